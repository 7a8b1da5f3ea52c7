package org.gatebook.eventstore.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.subtle.Ed25519Verify;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.gatebook.eventstore.merkle.Hash;
import org.junit.jupiter.api.Test;

class SignedNoteTest {

    /** The example of Go's golang.org/x/mod/sumdb/note, where the format comes from. */
    private static final SigningKey NEUMANN =
            SigningKey.parse("PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz");

    private static final String NEUMANN_SAYS = """
        If you think cryptography is the answer to your problem,
        then you don't know what your problem is.
        """;

    private static final String NEUMANN_SIGNS = "\u2014 PeterNeumann"
            + " x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

    @Test
    void the_example_of_the_reference_implementation_is_signed_byte_for_byte() {
        assertThat(NEUMANN.verifier())
                .hasToString("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
        assertThat(SignedNote.sign(NEUMANN_SAYS, NEUMANN)).hasToString(NEUMANN_SAYS + "\n" + NEUMANN_SIGNS);
        assertThat(NEUMANN.secret())
                .isEqualTo("PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz");
        assertThat(NEUMANN.toString()).doesNotContain("PRIVATE");
    }

    /** The example of C2SP's specification. */
    @Test
    void a_note_that_others_signed_verifies() {
        VerifierKey foo = VerifierKey.parse("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k");
        SignedNote note = SignedNote.parse("This is an example message.\n\n\u2014 example.com/foo"
                + " Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n");
        assertThat(note.verifiedBy(List.of(foo))).contains(foo);
        assertThat(note.verifiedBy(List.of(NEUMANN.verifier()))).isEmpty();
    }

    /** By another library than the one that signs. */
    @Test
    void a_checkpoint_verifies_with_nothing_but_an_ed25519_implementation() throws Exception {
        SigningKey key = SigningKey.generate("tickets.example.org/log");
        String note = new Checkpoint("tickets.example.org/log", 7, Hash.EMPTY)
                .signed(key)
                .toString();
        assertThat(note)
                .startsWith("tickets.example.org/log\n7\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n"
                        + "\u2014 tickets.example.org/log ");
        byte[] text = note.substring(0, note.indexOf("\n\n") + 1).getBytes(StandardCharsets.UTF_8);
        byte[] line = Base64.getDecoder()
                .decode(note.substring(note.lastIndexOf(' ') + 1).strip());
        String[] published = key.verifier().toString().split("\\+", 3);
        byte[] typed = Base64.getDecoder().decode(published[2]);
        new Ed25519Verify(Arrays.copyOfRange(typed, 1, typed.length))
                .verify(Arrays.copyOfRange(line, 4, line.length), text);
    }

    @Test
    void a_changed_text_or_signature_makes_a_note_worthless() {
        List<VerifierKey> keys = List.of(NEUMANN.verifier());
        String note = NEUMANN_SAYS + "\n" + NEUMANN_SIGNS;
        assertThat(SignedNote.parse(note).verifiedBy(keys)).isPresent();
        assertThat(SignedNote.parse(note.replace("answer", "Answer")).verifiedBy(keys))
                .isEmpty();
        assertThat(SignedNote.parse(note.replace("ZJkuBS9", "ZJkuBS8")).verifiedBy(keys))
                .isEmpty();
        assertThat(SignedNote.parse(note.replace(" PeterNeumann", " Peter")).verifiedBy(keys))
                .isEmpty();
    }

    @Test
    void signatures_of_strangers_are_ignored_and_kept() {
        SigningKey stranger = SigningKey.generate("stranger");
        String theirs = SignedNote.sign(NEUMANN_SAYS, stranger).toString();
        String both = theirs + NEUMANN_SIGNS;
        SignedNote note = SignedNote.parse(both);
        assertThat(note).hasToString(both);
        assertThat(note.verifiedBy(List.of(NEUMANN.verifier()))).contains(NEUMANN.verifier());
    }

    @Test
    void a_text_may_hold_empty_lines() {
        SignedNote note = SignedNote.sign("one\n\ntwo\n", NEUMANN);
        assertThat(SignedNote.parse(note.toString()).text()).isEqualTo("one\n\ntwo\n");
    }

    @Test
    void what_is_no_note_is_refused() {
        for (String text : List.of(
                "",
                "text\n",
                "text\n\n",
                "text\n\nno signature\n",
                "text\n\n\u2014 name\n",
                "text\n\n\u2014 name !!!!\n",
                "text\n\n\u2014 name AAAA\n",
                "te\rxt\n\n" + NEUMANN_SIGNS,
                NEUMANN_SAYS + "\n" + NEUMANN_SIGNS.strip())) {
            assertThatThrownBy(() -> SignedNote.parse(text)).as(text).isInstanceOf(SignedNote.Malformed.class);
        }
    }

    @Test
    void what_is_no_key_is_refused_without_showing_it() {
        String secret = NEUMANN.secret();
        for (String line : List.of(
                "",
                "PRIVATE+KEY+x",
                secret.replace("c74f20a3", "c74f20a4"),
                secret.substring(0, secret.length() - 8))) {
            assertThatThrownBy(() -> SigningKey.parse(line))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageNotContaining("AYEKFALV");
        }
        assertThatThrownBy(() -> SigningKey.generate("two words")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> VerifierKey.parse(NEUMANN.verifier().toString().replace("c74f", "c74e")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_checkpoint_is_read_as_it_was_written() {
        Checkpoint checkpoint = new Checkpoint("tickets.example.org/log", 20_852_163, LEAF);
        assertThat(Checkpoint.parse(checkpoint.text())).isEqualTo(checkpoint);
        assertThat(Checkpoint.parse(checkpoint.text() + "an extension\n")).isEqualTo(checkpoint);
        for (String text : List.of(
                "origin\n1\n",
                "origin\n01\n" + LEAF.base64() + "\n",
                "origin\n-1\n" + LEAF.base64() + "\n",
                "origin\n1\nAAAA\n",
                "origin\n1\n\n" + LEAF.base64() + "\n")) {
            assertThatThrownBy(() -> Checkpoint.parse(text)).as(text).isInstanceOf(SignedNote.Malformed.class);
        }
    }

    private static final Hash LEAF = Hash.ofLeaf(new byte[] {1, 2, 3});
}
