package org.gatebook.eventstore.erasure;

import java.util.List;
import org.gatebook.api.erasure.ErasedSubject;
import org.gatebook.api.erasure.ErasureEvent.ErasurePerformed;
import org.gatebook.api.erasure.KeptInvoice;
import org.gatebook.eventstore.RecordedEvent;
import org.gatebook.eventstore.note.SignedNote;
import org.gatebook.eventstore.note.SigningKey;
import org.gatebook.eventstore.note.VerifierKey;
import org.jspecify.annotations.Nullable;

/**
 * The signed text that says what was erased, when, and what is kept. It follows from the event alone, and a signature of
 * Ed25519 from text and key: asked for again, it is the same text. It names nobody.
 */
public final class ErasureCertificate {

    private static final String TITLE = "Certificate of erasure";

    private final @Nullable SigningKey key;

    /** @param key that signs checkpoints too; null where none is at hand */
    public ErasureCertificate(@Nullable SigningKey key) {
        this.key = key;
    }

    /** The signed text; null where no key is at hand. */
    public @Nullable String of(RecordedEvent recorded) {
        return key == null || !(recorded.payload() instanceof ErasurePerformed performed)
                ? null
                : SignedNote.sign(text(key.verifier(), recorded, performed), key)
                        .toString();
    }

    private static String text(VerifierKey log, RecordedEvent recorded, ErasurePerformed performed) {
        StringBuilder text = new StringBuilder(TITLE).append('\n');
        line(text, "log", log.name());
        line(text, "organizer", recorded.metadata().organizer().value());
        line(text, "erasure", performed.erasure() + ", event " + recorded.position());
        line(text, "recorded", recorded.recordedAt().toString());
        line(text, "subject", subject(performed.subject()));
        line(
                text,
                "reason",
                performed.reason().code()
                        + (performed.reference() == null ? "" : ", reference " + performed.reference()));
        line(
                text,
                "ordered by",
                recorded.metadata().actorKind() + " " + recorded.metadata().actorId());
        line(text, "keys destroyed", String.join(" ", performed.keys()));
        line(text, "unreadable events", performed.events());
        line(text, "files deleted", Integer.toString(performed.files()));
        line(text, "kept", kept(performed.kept()));
        return text.toString();
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(name).append(": ").append(value).append('\n');
    }

    private static String subject(ErasedSubject subject) {
        return subject.kind().code() + " " + subject.number()
                + (subject.name() == null ? "" : ", " + subject.name())
                + (subject.event() == null ? "" : ", event " + subject.event());
    }

    private static String kept(List<KeptInvoice> kept) {
        if (kept.isEmpty()) {
            return "nothing";
        }
        StringBuilder text = new StringBuilder();
        for (KeptInvoice invoice : kept) {
            text.append(text.isEmpty() ? "" : ", ")
                    .append("the recipient of invoice ")
                    .append(invoice.invoice())
                    .append(" until ")
                    .append(invoice.until());
        }
        return text.toString();
    }

    /**
     * Checks a certificate, with nothing but public keys.
     *
     * @return its text, and who has signed it
     * @throws SignedNote.Malformed if it is none, or none of these keys has signed it
     */
    public static String check(String certificate, List<VerifierKey> trusted) {
        SignedNote note = SignedNote.parse(certificate);
        if (!note.text().startsWith(TITLE + "\n")) {
            throw new SignedNote.Malformed("is no certificate of erasure");
        }
        VerifierKey signer = note.verifiedBy(trusted)
                .orElseThrow(() -> new SignedNote.Malformed("is not signed by a key that is trusted"));
        return note.text() + "signed by " + signer + "\n";
    }
}
