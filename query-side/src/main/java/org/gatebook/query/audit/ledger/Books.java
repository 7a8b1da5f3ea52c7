package org.gatebook.query.audit.ledger;

import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.gatebook.query.audit.table.Table;
import org.gatebook.query.audit.table.TableWriter;

/** A set of tables that are written side by side, and their sums. There is one of what counts and one of tests. */
public final class Books implements AutoCloseable {

    private final Map<Table, TableWriter> tables = new LinkedHashMap<>();
    private final AccountSums accounts = new AccountSums();
    private final Sums sums = new Sums();

    /** @param files where each table is written */
    public Books(List<Table> tables, Function<Table, Writer> files) {
        tables.forEach(table -> this.tables.put(table, new TableWriter(table, files.apply(table))));
    }

    TableWriter table(Table table) {
        return Objects.requireNonNull(tables.get(table), table.name());
    }

    AccountSums accounts() {
        return accounts;
    }

    /** What they add up to so far. */
    public Sums sums() {
        return sums;
    }

    /** Writes what is known at the end only, and closes the files. */
    @Override
    public void close() {
        accounts.writeTo(table(Table.ACCOUNTS));
        tables.values().forEach(TableWriter::close);
    }
}
