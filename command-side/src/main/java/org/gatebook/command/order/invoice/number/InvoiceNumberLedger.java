package org.gatebook.command.order.invoice.number;

import java.util.List;
import org.gatebook.eventstore.ReadModel;
import org.gatebook.eventstore.rebuild.Ledger;
import org.gatebook.eventstore.rebuild.RebuildReport.Outcome;
import org.gatebook.eventstore.rebuild.RebuildReport.TableReport;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The sequences of {@code ops.invoice_sequence} against the numbers that are in events: each must have got as far as its
 * last document, and no number may be missing or there twice.
 */
@Component
class InvoiceNumberLedger implements Ledger {

    private static final int EXAMPLES = 10;

    private static final String COMPARED = """
        from (select organizer, prefix, max(number) as last, count(*) as drawn, count(distinct number) as numbers
                from drawn_number group by organizer, prefix) e
        full join ops.invoice_sequence l on l.organizer = e.organizer and l.prefix = e.prefix
        """;

    private static final String WRONG = "(l.last <> e.last or e.drawn <> e.last or e.numbers <> e.last)";

    private final JdbcTemplate jdbc;

    InvoiceNumberLedger(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<ReadModel<?>> folds() {
        return List.of(new DrawnNumbers());
    }

    @Override
    public TableReport compare() {
        return jdbc.query(
                        "select count(e.prefix) as sequences, count(*) filter (where " + WRONG + ") as differing,"
                                + " count(*) filter (where e.prefix is null) as only_live,"
                                + " count(*) filter (where l.prefix is null) as only_rebuilt " + COMPARED,
                        (row, number) -> {
                            long differing = row.getLong("differing");
                            long onlyLive = row.getLong("only_live");
                            long onlyRebuilt = row.getLong("only_rebuilt");
                            Outcome outcome = differing + onlyLive + onlyRebuilt == 0
                                    ? new Outcome.Equal()
                                    : new Outcome.Different(differing, onlyLive, onlyRebuilt, examples());
                            return new TableReport("ops.invoice_sequence", row.getLong("sequences"), outcome);
                        })
                .getFirst();
    }

    private List<String> examples() {
        return jdbc.query(
                "select coalesce(e.organizer, l.organizer) as organizer, coalesce(e.prefix, l.prefix) as prefix,"
                        + " l.last as says, e.last as reached, e.drawn, e.numbers " + COMPARED
                        + " where " + WRONG + " or e.prefix is null or l.prefix is null order by 1, 2 limit "
                        + EXAMPLES,
                (row, number) -> row.getString("organizer") + " " + row.getString("prefix") + ": says "
                        + row.getLong("says") + ", the last document is " + row.getLong("reached") + ", "
                        + row.getLong("drawn") + " documents have " + row.getLong("numbers") + " numbers");
    }

    /** Only how far sequences have got can be set right; what is missing or there twice stays reported. */
    @Override
    public void repair() {
        jdbc.update(
                "delete from ops.invoice_sequence l where not exists (select from drawn_number e where e.organizer ="
                        + " l.organizer and e.prefix = l.prefix)");
        jdbc.update("""
            insert into ops.invoice_sequence (organizer, prefix, last)
            select organizer, prefix, max(number) from drawn_number group by organizer, prefix
            on conflict (organizer, prefix) do update set last = excluded.last
            """);
    }
}
