package org.gatebook.query.audit.ledger;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gatebook.query.audit.journal.Posting;
import org.gatebook.query.audit.table.TableWriter;

/** What was booked on each account, before the period and in it. */
final class AccountSums {

    private record Key(String account, String currency, String taxRate) {
        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::account).thenComparing(Key::currency).thenComparing(Key::taxRate);
    }

    private final SortedMap<Key, Balance> sums = new TreeMap<>(Key.ORDER);

    void add(Posting posting, boolean inPeriod) {
        BigDecimal rate = posting.taxRate();
        Key key = new Key(
                posting.account().name(),
                posting.amount().currency().getCurrencyCode(),
                rate == null ? "" : rate.toPlainString());
        sums.computeIfAbsent(key, unknown -> new Balance()).add(posting.amount().amount(), inPeriod);
    }

    void writeTo(TableWriter table) {
        sums.forEach((key, sum) -> table.row(
                key.account(), key.currency(), key.taxRate(), sum.opening(), sum.debit(), sum.credit(), sum.closing()));
    }
}
