package org.gatebook.eventstore.rebuild;

import java.util.List;
import java.util.stream.Collectors;
import org.gatebook.eventstore.ReadModel.Table;
import org.gatebook.eventstore.rebuild.RebuildReport.Outcome;
import org.gatebook.eventstore.rebuild.RebuildReport.TableReport;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Compares a table of two schemas row by row, as the current snapshot sees them. Rows are compared as text, because
 * {@code json} knows no equality and equal text is what clients are promised.
 */
final class TableComparison {

    private static final int EXAMPLES = 10;

    private final JdbcTemplate jdbc;

    TableComparison(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    TableReport compare(String live, String rebuilt, Table table) {
        String joined = """
                from (select *, row(%2$s)::text as image from %3$s.%1$s) l
                full join (select *, row(%2$s)::text as image from %4$s.%1$s) r using (%5$s)
                """.formatted(
                        table.name(), String.join(", ", table.names()), live, rebuilt, String.join(", ", table.key()));
        return jdbc.query("""
                        select count(r.image) as rebuilt,
                               count(*) filter (where l.image <> r.image) as differing,
                               count(*) filter (where r.image is null) as only_live,
                               count(*) filter (where l.image is null) as only_rebuilt
                        """ + joined, (row, number) -> {
                    long differing = row.getLong("differing");
                    long onlyLive = row.getLong("only_live");
                    long onlyRebuilt = row.getLong("only_rebuilt");
                    Outcome outcome = differing + onlyLive + onlyRebuilt == 0
                            ? new Outcome.Equal()
                            : new Outcome.Different(differing, onlyLive, onlyRebuilt, examples(joined, table));
                    return new TableReport(table.name(), row.getLong("rebuilt"), outcome);
                })
                .getFirst();
    }

    /** A table that has no live counterpart of its form. */
    TableReport unmatched(String rebuilt, Table table) {
        Long rows = jdbc.queryForObject("select count(*) from " + rebuilt + "." + table.name(), Long.class);
        return new TableReport(table.name(), rows == null ? 0 : rows, new Outcome.NewForm());
    }

    private List<String> examples(String joined, Table table) {
        String key = table.key().stream().map(name -> name + "::text").collect(Collectors.joining(", "));
        return jdbc.query(
                "select concat_ws('/', " + key + ") " + joined
                        + " where l.image is distinct from r.image order by " + String.join(", ", table.key())
                        + " limit " + EXAMPLES,
                (row, number) -> row.getString(1));
    }
}
