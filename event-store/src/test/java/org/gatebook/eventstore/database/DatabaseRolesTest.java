package org.gatebook.eventstore.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import javax.sql.DataSource;
import org.gatebook.eventstore.database.DatabaseRoles.UnsafeRole;
import org.gatebook.eventstore.test.PostgresExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

class DatabaseRolesTest {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private final JdbcTemplate application = new JdbcTemplate(POSTGRES.application(1));

    @Test
    void the_application_can_change_no_event() {
        for (String sql : List.of(
                "update events.event set payload = '{}'",
                "delete from events.event",
                "truncate events.event",
                "drop table events.event",
                "alter table events.event disable trigger all",
                "select setval('events.position_seq', 1)",
                "insert into events.event (position, event_id, aggregate_type, aggregate_id, sequence, name, revision,"
                        + " organizer, payload, metadata) values (1, gen_random_uuid(), 'a', 'a:1', 0, 'n', 1, 'o', '{}', '{}')")) {
            assertThatThrownBy(() -> application.execute(sql)).as(sql).isInstanceOf(DataAccessException.class);
        }
        assertThat(DatabaseRoles.check(application.getDataSource(), false)).isFalse();
    }

    @Test
    void the_owner_is_refused_unless_it_is_allowed() {
        DataSource owner = POSTGRES.owner();

        assertThatThrownBy(() -> DatabaseRoles.check(owner, false))
                .isInstanceOf(UnsafeRole.class)
                .hasMessageContaining("--allow-single-role");
        assertThat(DatabaseRoles.check(owner, true)).isTrue();
    }

    @Test
    void transactions_of_the_application_end_by_themselves() {
        assertThat(application.queryForObject("show idle_in_transaction_session_timeout", String.class))
                .isEqualTo("30s");
        assertThat(application.queryForObject("show transaction_timeout", String.class))
                .isEqualTo("2min");
    }

    @Test
    void one_role_for_everything_can_migrate_too() {
        DataSource owner = POSTGRES.emptyDatabase();

        Migrations.migrate(owner, "postgres");
        Migrations.migrateKeys(owner, "postgres");
        Migrations.migrate(owner, "postgres");

        assertThat(new JdbcTemplate(owner).queryForObject("select count(*) from events.event", Long.class))
                .isZero();
    }
}
