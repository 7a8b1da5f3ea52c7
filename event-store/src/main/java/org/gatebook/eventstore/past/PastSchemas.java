package org.gatebook.eventstore.past;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gatebook.eventstore.ReadModel;
import org.gatebook.eventstore.ReadModel.Table;
import org.gatebook.eventstore.database.AdvisoryLock;
import org.gatebook.eventstore.view.ReadSchemas;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Makes the schemas that hold the past. The tables are those of the read models, made by the same scripts, and become
 * tables of versions: each row says from which position on it held, and until which. Beside them is a schema of views of the
 * same names, which show the rows that held at the position of the unit: what reads the read models reads the past by
 * another search path.
 */
final class PastSchemas {

    /** In the place of the end of a row that still holds. */
    static final long STILL = Long.MAX_VALUE;

    /** The setting of a session that says at which position its views look. */
    static final String POSITION = "gatebook.as_of";

    private static final String PREFIX = "past_";
    private static final String LOCK = "select pg_advisory_xact_lock" + AdvisoryLock.PAST.arguments();

    private final JdbcTemplate jdbc;
    private final List<ReadModel<?>> models;

    PastSchemas(JdbcTemplate jdbc, List<ReadModel<?>> models) {
        this.jdbc = jdbc;
        this.models = List.copyOf(models);
    }

    /**
     * A schema of versions.
     *
     * @param name of the tables' schema
     * @param fingerprint of the read models
     */
    record Generation(String name, String fingerprint) {

        /** The schema of the views. */
        String views() {
            return name + "_shown";
        }

        String table(Table table) {
            return name + '.' + table.name();
        }
    }

    /** The one there is. */
    Optional<Generation> present() {
        return jdbc
                .query(
                        "select name, fingerprint from ops.past_schema",
                        (row, number) -> new Generation(row.getString(1), row.getString(2)))
                .stream()
                .findFirst();
    }

    /** Whether a schema was made for the read models of this version of the server. */
    boolean fits(Generation generation) {
        return generation.fingerprint().equals(fingerprint());
    }

    private String fingerprint() {
        return models.stream()
                .map(model -> model.name() + ' ' + model.version())
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /** Makes the next one, empty, and drops the one before; within the present transaction. */
    Generation renew() {
        jdbc.execute(LOCK);
        Optional<Generation> old = present();
        int number = old.map(generation -> Integer.parseInt(generation.name().substring(PREFIX.length())))
                .orElse(0);
        Generation next = new Generation(PREFIX + (number + 1), fingerprint());
        jdbc.execute("create schema " + next.name());
        jdbc.execute("create schema " + next.views());
        String before = String.valueOf(jdbc.queryForObject("select current_setting('search_path')", String.class));
        jdbc.queryForList("select set_config('search_path', ?, true)", String.class, next.name());
        models.forEach(model -> jdbc.execute(ReadSchemas.script(model)));
        jdbc.queryForList("select set_config('search_path', ?, true)", String.class, before);
        models.stream().flatMap(model -> model.tables().stream()).forEach(table -> version(next, table));
        // One row a batch: until where it went, and the latest moment at which anything up to there was recorded.
        jdbc.execute(
                "create table " + next.name() + ".followed (position bigint primary key, latest timestamptz not null)");
        jdbc.execute("create index on " + next.name() + ".followed (latest, position)");
        jdbc.update("delete from ops.past_schema");
        jdbc.update("insert into ops.past_schema (name, fingerprint) values (?, ?)", next.name(), next.fingerprint());
        old.ifPresent(generation -> {
            jdbc.execute("drop schema " + generation.views() + " cascade");
            jdbc.execute("drop schema " + generation.name() + " cascade");
        });
        return next;
    }

    private void version(Generation generation, Table table) {
        String name = generation.table(table);
        List<String> columns = jdbc.query("""
            select attname from pg_attribute
             where attrelid = ?::regclass and attnum > 0 and not attisdropped order by attnum
            """, (row, number) -> '"' + row.getString(1) + '"', name);

        List<String> statements = new ArrayList<>();
        jdbc.query(
                """
                select i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid), k.conname
                  from pg_index i left join pg_constraint k on k.conindid = i.indexrelid
                 where i.indrelid = ?::regclass and i.indisunique
                """,
                row -> {
                    if (row.getString(3) == null) {
                        // What is unique at each moment is not so over all versions.
                        statements.add("drop index " + row.getString(1));
                        statements.add(row.getString(2)
                                .replaceFirst("CREATE UNIQUE INDEX", "CREATE INDEX")
                                .replaceFirst(" NULLS NOT DISTINCT", ""));
                    } else {
                        statements.add("alter table " + name + " drop constraint " + row.getString(3));
                    }
                },
                name);
        statements.forEach(jdbc::execute);
        jdbc.execute("alter table " + name + " add column held_from bigint not null,"
                + " add column held_until bigint not null,"
                + " add primary key (" + String.join(", ", table.key()) + ", held_from)");
        // Old versions are read seldom: compressed within their row, where live rows stay as they are.
        jdbc.execute("alter table " + name + " set (toast_tuple_target = 128)");
        jdbc.queryForList("""
                        select quote_ident(attname) from pg_attribute
                         where attrelid = ?::regclass and attnum > 0 and attstorage = 'x'
                        """, String.class, name)
                .forEach(column ->
                        jdbc.execute("alter table " + name + " alter column " + column + " set storage main"));
        jdbc.execute("create view " + generation.views() + '.' + table.name() + " as select "
                + String.join(", ", columns) + " from " + name
                + " where held_from <= current_setting('" + POSITION + "')::bigint and held_until > current_setting('"
                + POSITION + "')::bigint");
    }
}
