package org.gatebook.eventstore.database;

import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The role under which the server runs: it appends events and can do nothing else to them. */
public final class DatabaseRoles {

    private static final Duration IDLE_IN_TRANSACTION = Duration.ofSeconds(30);
    private static final Duration TRANSACTION = Duration.ofMinutes(2);

    private DatabaseRoles() {}

    /**
     * Creates the application's role, or renews its password and settings. What it may do inside schemas is granted by the
     * migrations.
     *
     * @param owner connects to the application's database as a role that may create roles
     */
    public static void createApplicationRole(DataSource owner, String role, String password) {
        JdbcTemplate jdbc = new JdbcTemplate(owner);
        String name = SqlNames.quoted(role);
        boolean exists = Boolean.TRUE.equals(
                jdbc.queryForObject("select exists (select from pg_roles where rolname = ?)", Boolean.class, role));
        if (!exists) {
            jdbc.execute("create role " + name);
        }
        jdbc.execute("alter role " + name
                + " with login nosuperuser nocreatedb nocreaterole nobypassrls password "
                + SqlNames.literal(password));
        grantApplicationRole(owner, role);
    }

    /**
     * Gives an existing role what the application needs outside schemas: schemas of its own for read models, sight of
     * running transactions (the page clock), and timeouts, because one forgotten transaction would hold back the horizon
     * for everyone.
     */
    public static void grantApplicationRole(DataSource owner, String role) {
        JdbcTemplate jdbc = new JdbcTemplate(owner);
        String name = SqlNames.quoted(role);
        String database =
                SqlNames.quoted(String.valueOf(jdbc.queryForObject("select current_database()", String.class)));
        for (String statement : List.of(
                "grant connect, create on database " + database + " to " + name,
                "grant pg_read_all_stats to " + name,
                "alter role " + name + " set idle_in_transaction_session_timeout = " + IDLE_IN_TRANSACTION.toMillis(),
                "alter role " + name + " set transaction_timeout = " + TRANSACTION.toMillis())) {
            jdbc.execute(statement);
        }
    }

    /**
     * Checks what the application's role could do.
     *
     * @param application connects as the application
     * @param allowSingleRole whether it may be the owner of the events, as the operator has said
     * @return whether it could change events, which health shows
     * @throws UnsafeRole if it could and that is not allowed, or if it cannot see running transactions
     */
    public static boolean check(DataSource application, boolean allowSingleRole) {
        JdbcTemplate jdbc = new JdbcTemplate(application);
        boolean sees = Boolean.TRUE.equals(
                jdbc.queryForObject("select pg_has_role(current_user, 'pg_read_all_stats', 'usage')", Boolean.class));
        if (!sees) {
            throw new UnsafeRole("the application's role needs pg_read_all_stats: without it, pages of changed objects"
                    + " would promise more than they hold");
        }
        boolean canChange = Boolean.TRUE.equals(jdbc.queryForObject("""
                select has_table_privilege('events.event', 'update')
                    or has_table_privilege('events.event', 'delete')
                    or has_table_privilege('events.event', 'truncate')
                    or has_any_column_privilege('events.event', 'update')
                    or pg_has_role(current_user, (select relowner from pg_class where oid = 'events.event'::regclass), 'member')
                """, Boolean.class));
        if (canChange && !allowSingleRole) {
            throw new UnsafeRole("the application's role could change or delete events; use a role of its own, or allow"
                    + " it with --allow-single-role");
        }
        return canChange;
    }

    /** The application's role has rights that it must not have, or lacks one that it needs. */
    public static final class UnsafeRole extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        UnsafeRole(String message) {
            super(message);
        }
    }
}
