package org.gatebook.eventstore.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What somebody with every right on the database can do to the log, and how it comes out. Most of it no other check
 * would notice: rows stay readable, and streams have no holes.
 */
class TamperedDatabaseTest extends SignedLog {

    @Test
    void one_changed_byte_of_a_payload_is_named() {
        owner.update("update events.event set payload = replace(payload::text, ':2', ':3')::json where position = 7");
        assertFound(7, "counter:2", "CHANGED: event 2 of its stream is not as it was recorded as leaf 6");
        assertFound(0, "checkpoints/000000000012", "the log is not what was signed here, nor in 1 later checkpoints");
    }

    @Test
    void a_space_that_means_nothing_is_a_change() {
        owner.update("update events.event set metadata = (metadata::text || ' ')::json where position = 7");
        assertFound(7, "counter:2", "CHANGED: event 2");
    }

    @Test
    void a_changed_time_is_named() {
        owner.update("update events.event set recorded_at = recorded_at + interval '1 microsecond' where position = 4");
        assertFound(4, "counter:1", "CHANGED: event 3");
    }

    @Test
    void a_deleted_row_is_named() {
        owner.update("delete from events.event where position = 7");
        assertFound(7, "counter:2", "REMOVED: event 2 of its stream");
    }

    /** The last one of its stream: no sequence has a hole. */
    @Test
    void a_deleted_last_row_of_a_stream_is_named() {
        owner.update("delete from events.event where position = 15");
        assertFound(15, "counter:3", "REMOVED: event 4 of its stream");
        assertThat(verify().text()).contains("checkpoints/000000000015: the log is not what was signed here\n");
    }

    @Test
    void the_end_of_the_log_cannot_be_cut_off() {
        owner.update("delete from events.event where position > 3");
        assertFound(4, "counter:1", "REMOVED: event 3");
        assertFound(15, "counter:3", "REMOVED: event 4");
        assertFound(0, "checkpoints/000000000012", "the log is not what was signed here, nor in 1 later");
    }

    /** Each takes the other's place: of two streams, so that no stream runs back. */
    @Test
    void two_swapped_rows_are_named() {
        owner.update("""
            update events.event set position = case position when 4 then -9 else -4 end where position in (4, 9)
            """);
        owner.update("update events.event set position = -position where position < 0");
        assertFound(4, "counter:3", "REORDERED: this event was recorded at position 9; here was recorded event 3");
        assertFound(9, "counter:1", "REORDERED: this event was recorded at position 4; here was recorded event 0");
    }

    /** A position that was drawn for nothing is free. */
    @Test
    void an_inserted_row_and_a_moved_one_are_named() {
        owner.queryForObject("select setval('events.position_seq', 20)", Long.class);
        counters.raise(1, 1);
        write();
        owner.update("""
            insert into events.event (position, event_id, aggregate_type, aggregate_id, sequence, name, revision,
                                      organizer, payload, metadata, recorded_at)
            select 18, gen_random_uuid(), aggregate_type, 'counter:4', 0, name, revision, organizer, payload,
                   metadata, recorded_at
              from events.event where position = 16
            """);
        assertFound(18, "counter:4", "INSERTED: event 0 of its stream");
        owner.update("update events.event set position = 19 where position = 16");
        assertFound(16, "counter:1", "REORDERED: the event that was recorded here is at position 19");
        assertFound(19, "counter:1", "REORDERED: this event was recorded at position 16");
    }

    @Test
    void what_was_replaced_by_another_event_is_named() {
        owner.update("update events.event set event_id = gen_random_uuid() where position = 2");
        assertFound(2, "counter:1", "CHANGED: here was recorded event 1 of counter:1");
    }

    @Test
    void a_checkpoint_that_the_database_forgot_is_named() {
        owner.update("delete from events.checkpoint where size = 12");
        assertFound(0, "checkpoints/000000000012", "the database does not remember it");
    }

    @Test
    void nothing_is_signed_over_a_log_that_is_another_one() {
        owner.update("delete from events.event where position = 15");
        assertThatThrownBy(() -> node.get(Evidence.class).write())
                .isInstanceOf(Diverged.class)
                .hasMessageContaining("position 15, counter:3");
    }

    @Test
    void the_application_cannot_change_what_it_remembers_of_checkpoints() {
        JdbcTemplate application = new JdbcTemplate(POSTGRES.application(1));
        assertThatThrownBy(() -> application.update("update events.checkpoint set note = ''"))
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> application.update("delete from events.checkpoint"))
                .hasStackTraceContaining("permission denied");
    }
}
