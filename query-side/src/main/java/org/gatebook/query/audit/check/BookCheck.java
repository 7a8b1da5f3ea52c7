package org.gatebook.query.audit.check;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.gatebook.query.audit.table.Table;

/** That the entries of a folder of tables balance, and that orders and accounts are their sums. */
final class BookCheck {

    private static final String RECEIVABLE = "receivable";

    private final PackageReader files;
    private final String folder;
    private final long[] positions;
    private final Findings findings;
    private final Map<String, Sum> orders = new TreeMap<>();
    private final Map<String, Sum> accounts = new TreeMap<>();
    private String entry = "";
    private BigDecimal rest = BigDecimal.ZERO;
    private long entries;

    private static final class Sum {
        private BigDecimal debit = BigDecimal.ZERO;
        private BigDecimal credit = BigDecimal.ZERO;
    }

    /** @param positions of the events in the package, growing */
    BookCheck(PackageReader files, String folder, long[] positions, Findings findings) {
        this.files = files;
        this.folder = folder;
        this.positions = positions;
        this.findings = findings;
    }

    void run() throws IOException {
        TableRows.each(files, folder, Table.JOURNAL, this::line);
        endEntry();
        long count = orders.size();
        TableRows.each(
                files,
                folder,
                Table.ORDERS,
                row -> compare(Table.ORDERS, "order " + row.text("order"), key(row, "order"), orders, row));
        Map<String, BigDecimal> byCurrency = new HashMap<>();
        TableRows.each(files, folder, Table.ACCOUNTS, row -> {
            compare(Table.ACCOUNTS, "account " + row.text("account"), accountKey(row), accounts, row);
            byCurrency.merge(row.text("currency"), row.amount("closing"), BigDecimal::add);
        });
        orders.keySet().forEach(key -> findings.add(file(Table.ORDERS), "order " + key + " is missing"));
        accounts.keySet().forEach(key -> findings.add(file(Table.ACCOUNTS), "account " + key + " is missing"));
        byCurrency.forEach((currency, amount) -> {
            if (amount.signum() != 0) {
                findings.add(
                        file(Table.ACCOUNTS),
                        "debits and credits of all accounts differ by " + amount + " " + currency);
            }
        });
        findings.say(folder + ": " + entries + " entries of " + count + " orders");
    }

    private void line(TableRows.Row row) {
        if (!entry.equals(row.text("entry"))) {
            endEntry();
            entry = row.text("entry");
            entries++;
            if (Arrays.binarySearch(positions, row.number("entry")) < 0) {
                findings.add(file(Table.JOURNAL), "entry " + entry + " names an event that is not in the package");
            }
        }
        BigDecimal debit = row.amount("debit");
        BigDecimal credit = row.amount("credit");
        rest = rest.add(debit).subtract(credit);
        add(accounts, accountKey(row), debit, credit);
        if (row.text("account").equals(RECEIVABLE)) {
            add(orders, key(row, "order"), debit, credit);
        }
    }

    private void endEntry() {
        if (rest.signum() != 0) {
            findings.add(file(Table.JOURNAL), "entry " + entry + ": debits and credits differ by " + rest);
        }
        rest = BigDecimal.ZERO;
    }

    private static void add(Map<String, Sum> sums, String key, BigDecimal debit, BigDecimal credit) {
        Sum sum = sums.computeIfAbsent(key, unknown -> new Sum());
        sum.debit = sum.debit.add(debit);
        sum.credit = sum.credit.add(credit);
    }

    private void compare(Table table, String name, String key, Map<String, Sum> sums, TableRows.Row row) {
        Sum sum = sums.remove(key);
        Sum booked = sum == null ? new Sum() : sum;
        if (booked.debit.compareTo(row.amount("debit")) != 0 || booked.credit.compareTo(row.amount("credit")) != 0) {
            findings.add(file(table), name + ": the journal has debits " + booked.debit + ", credits " + booked.credit);
        }
        if (row.amount("opening")
                        .add(row.amount("debit"))
                        .subtract(row.amount("credit"))
                        .compareTo(row.amount("closing"))
                != 0) {
            findings.add(file(table), name + ": its closing balance does not follow");
        }
    }

    private static String key(TableRows.Row row, String column) {
        return row.text(column) + " " + row.text("currency");
    }

    private static String accountKey(TableRows.Row row) {
        return key(row, "account") + " " + row.text("tax_rate");
    }

    private String file(Table table) {
        return folder + "/" + table.file();
    }
}
