package org.gatebook.eventstore.view;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatebook.eventstore.ReadModel;
import org.gatebook.eventstore.database.AdvisoryLock;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** The schemas that hold read models: {@code read_1}, {@code read_2} ..., one of them active. */
public final class ReadSchemas {

    /** Two nodes that start at the same moment make one schema. */
    private static final String LOCK = "select pg_advisory_xact_lock" + AdvisoryLock.READ_SCHEMAS.arguments();

    private static final String PREFIX = "read_";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final List<ReadModel<?>> models;

    /** @param models all read models of this version */
    public ReadSchemas(JdbcTemplate jdbc, TransactionTemplate transaction, List<? extends ReadModel<?>> models) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.models = List.copyOf(models);
    }

    /** The active schema. */
    public Optional<String> active() {
        return jdbc
                .query("select name from ops.read_schema where state = 'active'", (row, index) -> row.getString(1))
                .stream()
                .findFirst();
    }

    /**
     * Makes sure that there is an active schema: at the very first start an empty one is made. As long as there is no
     * event, missing read models are added to it.
     *
     * @return the active schema
     * @throws RebuildNeeded if it lacks a read model of this version, or has it in another form
     */
    public String ensure() {
        String name = transaction.execute(status -> {
            jdbc.execute(LOCK);
            String active = active().orElseGet(() -> {
                String first = create();
                activate(jdbc, first);
                return first;
            });
            if (!missing(active).isEmpty() && isLogEmpty()) {
                fill(active, missing(active));
            }
            return active;
        });
        if (name == null) {
            throw new IllegalStateException("no read schema");
        }
        List<ReadModel<?>> missing = missing(name);
        if (!missing.isEmpty()) {
            throw new RebuildNeeded(name, missing.stream().map(ReadModel::name).toList());
        }
        return name;
    }

    /**
     * Makes the next schema with the empty tables of all read models and notes it as being built. Call it in a
     * transaction.
     *
     * @return its name
     */
    public String create() {
        return create(models, List.of());
    }

    /**
     * The same with the tables of some read models only.
     *
     * @param passing more tables, which are dropped before the schema could become the active one
     */
    public String create(List<ReadModel<?>> of, List<ReadModel<?>> passing) {
        int last = jdbc.query("select name from ops.read_schema", (row, index) -> row.getString(1)).stream()
                .mapToInt(name -> Integer.parseInt(name.substring(PREFIX.length())))
                .max()
                .orElse(0);
        String name = PREFIX + (last + 1);
        jdbc.update("insert into ops.read_schema (name, state) values (?, 'building')", name);
        jdbc.execute("create schema " + name);
        fill(name, of);
        within(name, () -> passing.forEach(model -> jdbc.execute(script(model))));
        return name;
    }

    /**
     * Drops all indexes of a schema, those of its constraints too: many rows are written in half the time without them.
     *
     * @return the statements that make them again, in any order
     */
    public List<String> dropIndexes(String schema) {
        List<String> making = new ArrayList<>();
        List<String> dropping = new ArrayList<>();
        jdbc.query(
                """
                select i.indrelid::regclass::text, i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid),
                       quote_ident(k.conname), pg_get_constraintdef(k.oid)
                  from pg_index i
                  join pg_class c on c.oid = i.indexrelid
                  left join pg_constraint k on k.conindid = i.indexrelid
                 where c.relnamespace = ?::regnamespace
                """,
                row -> {
                    if (row.getString(4) == null) {
                        dropping.add("drop index " + row.getString(2));
                        making.add(row.getString(3));
                    } else {
                        String table = "alter table " + row.getString(1);
                        dropping.add(table + " drop constraint " + row.getString(4));
                        making.add(table + " add constraint " + row.getString(4) + " " + row.getString(5));
                    }
                },
                schema);
        dropping.forEach(jdbc::execute);
        return making;
    }

    /**
     * Drops schemas that are no longer active or were never finished. Who still reads there is waited for, but not long.
     */
    public void dropOthers() {
        for (String name : jdbc.query(
                "select name from ops.read_schema where state <> 'active'", (row, index) -> row.getString(1))) {
            transaction.executeWithoutResult(status -> {
                jdbc.execute("set local lock_timeout = '5s'");
                jdbc.execute("drop schema if exists " + name + " cascade");
                jdbc.update("delete from ops.read_schema where name = ?", name);
            });
        }
    }

    /** The read models of this version that a schema lacks or has in another form. */
    public Set<String> lacking(String schema) {
        return missing(schema).stream().map(ReadModel::name).collect(Collectors.toSet());
    }

    /**
     * Makes this schema the active one and retires the one before.
     *
     * @param jdbc in a transaction that holds the gate, unless there is no event yet
     */
    public static void activate(JdbcTemplate jdbc, String name) {
        jdbc.update(
                "update ops.read_schema set state = 'retired', changed_at = clock_timestamp() where state = 'active'");
        jdbc.update("""
            update ops.read_schema
               set state = 'active', changed_at = clock_timestamp(),
                   switch = setval('ops.read_schema_switch', (select max(s.switch) + 1 from ops.read_schema s))
             where name = ?
            """, name);
    }

    /**
     * Moves the read models that one schema has and the other lacks; views stay in their place for whoever began to read
     * before. Call it in a transaction, with the gate closed.
     *
     * @param jdbc in that transaction
     */
    public void adopt(JdbcTemplate jdbc, String from, String to) {
        Set<String> there = present(to).keySet();
        Set<String> live = present(from).keySet();
        List<ReadModel<?>> moved = models.stream()
                .<ReadModel<?>>map(model -> model)
                .filter(model -> live.contains(model.name()) && !there.contains(model.name()))
                .toList();
        List<String> tables = moved.stream()
                .flatMap(model -> model.tables().stream().map(ReadModel.Table::name))
                .toList();
        if (tables.isEmpty()) {
            return;
        }
        // All at once: readers that take one table after the other are met before the first of them and not between.
        jdbc.execute("lock table "
                + tables.stream().map(table -> from + "." + table).collect(Collectors.joining(", "))
                + " in access exclusive mode");
        for (String table : tables) {
            jdbc.execute("alter table %s.%s set schema %s".formatted(from, table, to));
            jdbc.execute("create view %1$s.%2$s as select * from %3$s.%2$s".formatted(from, table, to));
        }
        moved.forEach(model -> jdbc.update(
                "update ops.read_model set read_schema = ? where read_schema = ? and name = ?",
                to,
                from,
                model.name()));
    }

    private void fill(String schema, List<ReadModel<?>> of) {
        within(schema, () -> {
            for (ReadModel<?> model : of) {
                jdbc.execute(script(model));
                jdbc.update(
                        "insert into ops.read_model (read_schema, name, version) values (?, ?, ?)",
                        schema,
                        model.name(),
                        model.version());
            }
        });
    }

    private void within(String schema, Runnable work) {
        String before = String.valueOf(jdbc.queryForObject("select current_setting('search_path')", String.class));
        jdbc.queryForList("select set_config('search_path', ?, true)", String.class, schema);
        work.run();
        jdbc.queryForList("select set_config('search_path', ?, true)", String.class, before);
    }

    /** The versions of a schema's read models by their names. */
    private Map<String, Integer> present(String schema) {
        Map<String, Integer> present = new HashMap<>();
        jdbc.query(
                "select name, version from ops.read_model where read_schema = ?",
                row -> {
                    present.put(row.getString(1), row.getInt(2));
                },
                schema);
        return present;
    }

    private List<ReadModel<?>> missing(String schema) {
        Map<String, Integer> present = present(schema);
        List<ReadModel<?>> missing = new ArrayList<>();
        for (ReadModel<?> model : models) {
            Integer version = present.get(model.name());
            if (version == null || version != model.version()) {
                missing.add(model);
            }
        }
        return missing;
    }

    private boolean isLogEmpty() {
        return Boolean.TRUE.equals(jdbc.queryForObject("select not exists (select from events.event)", Boolean.class));
    }

    /** The DDL of a read model. */
    public static String script(ReadModel<?> model) {
        try (InputStream script = new ClassPathResource(model.script()).getInputStream()) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the script of " + model.name(), e);
        }
    }

    /** The active schema does not fit this version: rebuild and switch first. */
    public static final class RebuildNeeded extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        RebuildNeeded(String schema, List<String> models) {
            super("the read models " + models + " are missing in " + schema
                    + " or have another form there: run replay --switch");
        }
    }
}
