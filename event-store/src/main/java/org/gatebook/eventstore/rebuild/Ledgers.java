package org.gatebook.eventstore.rebuild;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.gatebook.eventstore.ReadModel;
import org.gatebook.eventstore.rebuild.RebuildReport.Outcome;
import org.gatebook.eventstore.rebuild.RebuildReport.TableReport;
import org.springframework.jdbc.core.JdbcTemplate;

/** All ledgers within one rebuild. */
final class Ledgers {

    private final JdbcTemplate jdbc;
    private final List<Ledger> all;
    private final List<ReadModel<?>> folds;

    Ledgers(JdbcTemplate jdbc, Collection<? extends Ledger> all) {
        this.jdbc = jdbc;
        // Where nothing says what the events mean for a ledger, as in tests of one module, there is nothing to compare.
        this.all = all.stream()
                .filter(ledger -> !ledger.folds().isEmpty())
                .<Ledger>map(ledger -> ledger)
                .toList();
        this.folds =
                this.all.stream().flatMap(ledger -> ledger.folds().stream()).toList();
    }

    /** What is folded for them into the schema in the making. */
    List<ReadModel<?>> folds() {
        return folds;
    }

    /** Compares them in the current transaction. */
    List<TableReport> compare(String schema) {
        jdbc.execute("set local search_path to " + schema);
        return all.stream().map(Ledger::compare).toList();
    }

    /** Sets right what differs, in the current transaction; nobody else writes meanwhile. */
    void repair(String schema) {
        jdbc.execute("set local search_path to " + schema);
        jdbc.execute("set local transaction_timeout = 0");
        for (Ledger ledger : all) {
            if (ledger.compare().outcome() instanceof Outcome.Different) {
                ledger.repair();
            }
        }
    }

    /** Drops what was folded for them. */
    void drop(String schema) {
        Set<String> tables = new LinkedHashSet<>();
        folds.forEach(fold -> fold.tables().forEach(table -> tables.add(schema + "." + table.name())));
        new ArrayList<>(tables).forEach(table -> jdbc.execute("drop table " + table));
    }
}
