package org.gatebook.eventstore.verify;

import static org.assertj.core.api.Assertions.assertThat;

import org.gatebook.api.personal.SubjectId;
import org.gatebook.eventstore.counter.CounterReadModels;
import org.gatebook.eventstore.counter.Counters;
import org.gatebook.eventstore.sealing.SubjectKeys;
import org.gatebook.eventstore.test.PostgresExtension;
import org.gatebook.eventstore.test.TestStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the owner's role can do to the log and the application's cannot: verification must see all of it. */
class VerificationTest {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private TestStore node;
    private JdbcTemplate owner;

    @BeforeEach
    void threeCountersWithFourEvents() {
        owner = new JdbcTemplate(POSTGRES.owner());
        POSTGRES.emptyLog();
        node = TestStore.open(POSTGRES.application(4), CounterReadModels.class);
        Counters counters = new Counters(node);
        for (int number = 1; number <= 3; number++) {
            counters.open(number);
            for (int by = 1; by <= 3; by++) {
                counters.raise(number, by);
            }
        }
    }

    @AfterEach
    void close() {
        node.close();
    }

    private VerificationReport verify() {
        return node.get(Verification.class).run();
    }

    @Test
    void a_log_written_by_the_store_is_clean() {
        VerificationReport report = verify();
        assertThat(report.clean()).as(report.text()).isTrue();
        assertThat(report.events()).isEqualTo(12);
        assertThat(report.streams()).isEqualTo(3);
        assertThat(report.byName()).containsEntry("counter.opened r1", 3L).containsEntry("counter.raised r1", 9L);
        assertThat(report.text()).contains("12 events in 3 streams", "nothing is wrong");
    }

    @Test
    void a_hole_in_a_stream_is_found() {
        owner.update("delete from events.event where aggregate_id = 'counter:2' and sequence = 2");
        assertFound("counter:2", "sequence 2 is missing before 3");
    }

    @Test
    void a_stream_without_its_beginning_is_found() {
        owner.update("delete from events.event where aggregate_id = 'counter:2' and sequence = 0");
        assertFound("counter:2", "sequence 0 is missing before 1");
    }

    @Test
    void a_position_that_runs_back_within_a_stream_is_found() {
        owner.update("update events.event set position = 100000 where aggregate_id = 'counter:1' and sequence = 2");
        owner.queryForObject("select setval('events.position_seq', 100000)", Long.class);
        assertFound("counter:1", "sequence 3 has an earlier position than the event before it, 100000");
    }

    @Test
    void a_time_that_runs_back_within_a_stream_is_found() {
        owner.update("update events.event set recorded_at = recorded_at - interval '1 hour'"
                + " where aggregate_id = 'counter:3' and sequence = 3");
        VerificationReport report = verify();
        assertThat(report.findings())
                .extracting(VerificationReport.Finding::text)
                .anyMatch(text -> text.startsWith("sequence 3 was recorded at"))
                .anyMatch(text -> text.startsWith("recorded at") && text.contains("but an earlier position at"));
    }

    @Test
    void times_of_writers_that_overlapped_may_cross_a_little() {
        owner.update("update events.event set recorded_at = recorded_at - interval '1 second'"
                + " where aggregate_id = 'counter:3'");
        assertThat(verify().clean()).isTrue();
    }

    @Test
    void an_unknown_name_is_found() {
        owner.update(
                "update events.event set name = 'counter.lowered' where aggregate_id = 'counter:1' and sequence = 1");
        assertFound("counter:1", "unknown event counter.lowered revision 1");
    }

    @Test
    void an_unknown_revision_is_found() {
        owner.update("update events.event set revision = 2 where aggregate_id = 'counter:1' and sequence = 1");
        assertFound("counter:1", "unknown event counter.raised revision 2");
    }

    @Test
    void a_payload_that_cannot_be_read_is_found() {
        owner.update(
                "update events.event set payload = '{\"by\": \"much\"}' where aggregate_id = 'counter:1' and sequence = 1");
        assertFound("counter:1", "payload of counter.raised cannot be read");
    }

    @Test
    void a_tampered_sealed_value_is_found() {
        owner.update(
                "update events.event set payload = replace(payload::text, '\"sealed\":\"', '\"sealed\":\"AAAA')::json"
                        + " where aggregate_id = 'counter:1' and sequence = 0");
        assertFound("counter:1", "payload of counter.opened cannot be read");
    }

    @Test
    void incomplete_metadata_is_found() {
        owner.update("update events.event set metadata = (metadata::jsonb - 'actorId' || '{\"requestId\": \"\"}')::json"
                + " where aggregate_id = 'counter:1' and sequence = 1");
        assertFound("counter:1", "metadata lacks actorId, requestId");
    }

    @Test
    void a_missing_client_address_is_found_unless_its_subject_was_erased() {
        owner.update("update events.event set metadata = (metadata::jsonb - 'clientAddress')::json"
                + " where aggregate_id = 'counter:1' and sequence = 1");
        assertFound("counter:1", "metadata lacks clientAddress");
        node.get(SubjectKeys.class).erase(new SubjectId("counter:1"));
        assertThat(verify().clean()).isTrue();
    }

    @Test
    void an_organizer_that_contradicts_the_metadata_is_found() {
        owner.update("update events.event set organizer = 'other' where aggregate_id = 'counter:1' and sequence = 1");
        assertFound("counter:1", "recorded for other, but its metadata names acme");
    }

    @Test
    void a_lost_key_is_found_and_an_erased_one_is_not() {
        owner.update("delete from keys.subject_key where subject = 'counter:2'");
        try (TestStore fresh = TestStore.open(POSTGRES.application(4), CounterReadModels.class)) {
            VerificationReport report = fresh.get(Verification.class).run();
            assertThat(report.findings())
                    .extracting(VerificationReport.Finding::text)
                    .contains("no key of counter:2, which was not erased");
            fresh.get(SubjectKeys.class).erase(new SubjectId("counter:2"));
            assertThat(fresh.get(Verification.class).run().clean()).isTrue();
        }
    }

    @Test
    void only_the_first_findings_are_named_and_all_are_counted() {
        owner.update("update events.event set organizer = 'other'");
        owner.update("update events.event set name = 'counter.lowered'");
        VerificationReport report = verify();
        assertThat(report.differences()).isEqualTo(24);
        assertThat(report.text()).contains("24 DIFFERENCES");
    }

    private void assertFound(String stream, String text) {
        VerificationReport report = verify();
        assertThat(report.clean()).isFalse();
        assertThat(report.findings()).as(report.text()).anySatisfy(finding -> {
            assertThat(finding.stream()).isEqualTo(stream);
            assertThat(finding.text()).contains(text);
            assertThat(finding.position()).isPositive();
        });
        assertThat(report.text()).contains(text);
    }
}
