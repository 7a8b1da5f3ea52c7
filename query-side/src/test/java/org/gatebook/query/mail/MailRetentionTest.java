package org.gatebook.query.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.gatebook.eventstore.test.PostgresExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

class MailRetentionTest {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private static final Duration KEPT = Duration.ofDays(90);

    private JdbcClient jdbc;
    private MailRetention retention;

    @BeforeEach
    void empty_outbox() {
        jdbc = JdbcClient.create(POSTGRES.application());
        retention = new MailRetention(jdbc);
        jdbc.sql("delete from ops.mail").update();
    }

    @Test
    void what_was_settled_long_ago_is_deleted_however_it_ended() {
        mail(1, "sent", 91);
        mail(2, "failed", 91);
        mail(3, "dropped", 91);
        assertThat(retention.deleteOlderThan(KEPT)).isEqualTo(3);
        assertThat(left()).isZero();
    }

    @Test
    void what_was_settled_lately_stays() {
        mail(1, "sent", 89);
        mail(2, "failed", 0);
        assertThat(retention.deleteOlderThan(KEPT)).isZero();
        assertThat(left()).isEqualTo(2);
    }

    @Test
    void what_waits_stays_however_old_it_is() {
        jdbc.sql("""
            insert into ops.mail (position, organizer, event, order_id, mail, created)
            values (1, 'o', 'e', 17, 'order_placed', clock_timestamp() - interval '5 years')
            """).update();
        assertThat(retention.deleteOlderThan(KEPT)).isZero();
        assertThat(left()).isEqualTo(1);
    }

    @Test
    void a_second_look_finds_nothing_more() {
        mail(1, "sent", 91);
        assertThat(retention.deleteOlderThan(KEPT)).isEqualTo(1);
        assertThat(retention.deleteOlderThan(KEPT)).isZero();
    }

    private void mail(long position, String state, int daysAgo) {
        jdbc.sql("""
            insert into ops.mail (position, organizer, event, order_id, mail, state, settled)
            values (:position, 'o', 'e', 17, 'order_placed', :state, clock_timestamp() - make_interval(days => :days))
            """)
                .param("position", position)
                .param("state", state)
                .param("days", daysAgo)
                .update();
    }

    private long left() {
        return jdbc.sql("select count(*) from ops.mail").query(Long.class).single();
    }
}
