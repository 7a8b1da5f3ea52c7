package org.gatebook.eventstore.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.gatebook.eventstore.note.SigningKey;
import org.gatebook.eventstore.note.VerifierKey;
import org.junit.jupiter.api.Test;

/** What a file alone proves of an event, to somebody who knows the keys. */
class EventProofTest extends SignedLog {

    @Test
    void an_event_is_proved_by_a_file_alone() {
        String text = node.get(Evidence.class).prove(15).text();
        assertThat(text).startsWith("c2sp.org/tlog-proof@v1\nextra ").contains("\nindex 14\n");
        assertThat(EventProof.parse(text).check(List.of(KEY.verifier())))
                .contains(
                        "position        15\n",
                        "aggregate_id    counter:3\n",
                        "is leaf 14 of 15 in tickets.example.org/log");
    }

    @Test
    void a_changed_file_proves_nothing() {
        String text = node.get(Evidence.class).prove(15).text();
        List<VerifierKey> keys = List.of(KEY.verifier());
        String leaf = text.lines().skip(1).findFirst().orElseThrow();
        String other = node.get(Evidence.class)
                .prove(14)
                .text()
                .lines()
                .skip(1)
                .findFirst()
                .orElseThrow();
        for (String changed : List.of(
                text.replace(leaf, other),
                text.replace("index 14", "index 13"),
                text.replace("\n15\n", "\n16\n"),
                text.replaceFirst("extra .*\n", ""),
                text.replace("tlog-proof@v1", "tlog-proof@v2"),
                "")) {
            assertThatThrownBy(() -> EventProof.parse(changed).check(keys)).isInstanceOf(EventProof.Unproved.class);
        }
        assertThatThrownBy(() -> EventProof.parse(text)
                        .check(List.of(
                                SigningKey.generate("tickets.example.org/log").verifier())))
                .hasMessageContaining("no trusted key has signed");
    }

    @Test
    void what_is_not_covered_or_not_there_has_no_proof() {
        Evidence evidence = node.get(Evidence.class);
        assertThatThrownBy(() -> evidence.prove(16)).hasMessageContaining("no checkpoint covers position 16 yet");
        assertThatThrownBy(() -> evidence.prove(17)).hasMessageContaining("there is no event at position 17");
        owner.update("update events.event set organizer = 'other' where position = 3");
        assertThatThrownBy(() -> evidence.prove(3))
                .hasMessageContaining("holds an event that is not in the checkpoint");
    }
}
