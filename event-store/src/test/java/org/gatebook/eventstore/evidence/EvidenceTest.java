package org.gatebook.eventstore.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gatebook.api.personal.SubjectId;
import org.gatebook.eventstore.EventReader;
import org.gatebook.eventstore.EventReader.StoredEvent;
import org.gatebook.eventstore.sealing.SubjectKeys;
import org.gatebook.eventstore.verify.VerificationReport;
import org.junit.jupiter.api.Test;

/** What honest work leaves of a log: what was signed, whatever was erased and whatever position was drawn for nothing. */
class EvidenceTest extends SignedLog {

    @Test
    void an_untouched_log_is_what_was_signed() {
        VerificationReport report = verify();
        assertThat(report.clean()).as(report.text()).isTrue();
        assertThat(report.text())
                .contains(
                        "trusted key " + KEY.verifier(),
                        "2 of 2 checkpoints have the root of the log, the newest covers 15 events",
                        "15 events were compared with what was recorded of them, 1 are newer",
                        "checkpoint 15 continues checkpoint 12: proved by")
                .containsPattern("inclusion: position \\d+, counter:\\d, is leaf \\d+ of 15: proved by \\d hashes");
    }

    @Test
    void a_leaf_is_hashed_from_the_stored_text_as_postgresql_would_hash_it() {
        List<String> hashes = owner.queryForList("""
            select encode(sha256('\\x00'::bytea || string_agg(int4send(length(f)) || f, ''::bytea order by n)), 'hex')
              from events.event e,
                   unnest(array['gatebook-event-1', position::text,
                                (extract(epoch from recorded_at) * 1000000)::bigint::text, event_id::text,
                                aggregate_type, aggregate_id, sequence::text, name, revision::text, organizer,
                                payload::text, metadata::text]) with ordinality as c(t, n),
                   convert_to(t, 'UTF8') f
             group by position order by position
            """, String.class);
        List<String> ours = node.get(EventReader.class).storedAfter(0, 100).stream()
                .map(event -> EventLeaf.hash(event).toString())
                .toList();
        assertThat(ours).hasSize(16).isEqualTo(hashes);
    }

    @Test
    void erasing_somebody_leaves_every_proof_as_it_was() {
        node.get(SubjectKeys.class).erase(new SubjectId("counter:2"));
        VerificationReport report = verify();
        assertThat(report.clean()).as(report.text()).isTrue();
        String proof = node.get(Evidence.class).prove(5).text();
        assertThat(EventProof.parse(proof).check(List.of(KEY.verifier()))).contains("counter:2");
    }

    @Test
    void positions_that_were_drawn_for_nothing_leave_no_leaf() {
        owner.queryForObject("select nextval('events.position_seq')", Long.class);
        counters.raise(1, 1);
        write();
        assertThat(verify().text()).contains("3 of 3 checkpoints", "the newest covers 17 events", "nothing is wrong");
    }

    @Test
    void two_texts_never_share_an_encoding() {
        StoredEvent event = node.get(EventReader.class).storedAfter(0, 1).getFirst();
        String text = EventLeaf.text(EventLeaf.content(event));
        assertThat(text)
                .contains("position        1\n", "recorded_at     " + event.recordedAt() + "\n", event.payload());
        assertThatThrownBy(() -> EventLeaf.text("something".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
