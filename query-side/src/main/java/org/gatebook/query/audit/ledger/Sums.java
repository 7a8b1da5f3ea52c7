package org.gatebook.query.audit.ledger;

import java.math.BigDecimal;
import java.util.SortedMap;
import java.util.TreeMap;

/** The sums of a set of tables that somebody compares with other books, by currency. */
public final class Sums {

    private final SortedMap<String, SortedMap<String, BigDecimal>> byCurrency = new TreeMap<>();

    void add(String currency, String what, BigDecimal amount) {
        byCurrency.computeIfAbsent(currency, unknown -> new TreeMap<>()).merge(what, amount, BigDecimal::add);
    }

    /** By currency, then by what they are the sum of. */
    public SortedMap<String, SortedMap<String, BigDecimal>> byCurrency() {
        return byCurrency;
    }
}
