package org.gatebook.command.order.invoice.number;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.invoice.InvoiceNumber;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.offer.EventTerms.Invoices;
import org.gatebook.command.order.state.OrderContents;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Numbers of documents. There is one sequence for each prefix of an organizer, whichever of its events uses it. Its head is
 * a row that stays locked until the unit has ended: who rolls back, or dies, gives its numbers back, so that a sequence
 * has no gaps.
 */
@Component
public class InvoiceNumbers {

    private static final String TEST = "TEST-";

    private static final DateTimeFormatter FOUR_DIGITS = DateTimeFormatter.ofPattern("uuuu", Locale.ROOT);
    private static final DateTimeFormatter TWO_DIGITS = DateTimeFormatter.ofPattern("uu", Locale.ROOT);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd", Locale.ROOT);

    /** In the order of the prefixes, so that no two units wait for each other. */
    private static final String DRAW = """
        insert into ops.invoice_sequence as s (organizer, prefix, last)
        select ?, wanted.prefix, wanted.count from unnest(?, ?) as wanted (prefix, count) order by wanted.prefix
        on conflict (organizer, prefix) do update set last = s.last + excluded.last
        returning prefix, last
        """;

    private final JdbcTemplate jdbc;

    InvoiceNumbers(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Draws numbers; their sequences are locked from then on.
     *
     * @param cancellations for each document in turn whether it is a cancellation
     */
    public List<InvoiceNumber> of(OrderContents order, EventOffer offer, List<Boolean> cancellations, LocalDate date) {
        Invoices terms = offer.terms().invoices();
        List<String> prefixes = cancellations.stream()
                .map(cancellation -> prefix(terms, offer, cancellation, date) + (order.testmode() ? TEST : ""))
                .toList();
        return terms.consecutive()
                ? counted(offer.organizer(), prefixes, terms.counterLength())
                : ofOrder(order, prefixes);
    }

    private List<InvoiceNumber> counted(OrganizerSlug organizer, List<String> prefixes, int length) {
        Map<String, Long> wanted = new TreeMap<>();
        prefixes.forEach(prefix -> wanted.merge(prefix, 1L, Long::sum));
        Map<String, Long> next = new HashMap<>();
        jdbc.query(
                DRAW,
                row -> {
                    String prefix = row.getString("prefix");
                    next.put(prefix, row.getLong("last") - wanted.getOrDefault(prefix, 0L) + 1);
                },
                organizer.value(),
                wanted.keySet().toArray(String[]::new),
                wanted.values().toArray(Long[]::new));
        List<InvoiceNumber> numbers = new ArrayList<>();
        for (String prefix : prefixes) {
            long number = next.merge(prefix, 1L, Long::sum) - 1;
            numbers.add(new InvoiceNumber(prefix, String.format(Locale.ROOT, "%0" + length + "d", number)));
        }
        return numbers;
    }

    /** No other order has the code, and this one is locked: there is no sequence to draw from. */
    private static List<InvoiceNumber> ofOrder(OrderContents order, List<String> prefixes) {
        List<InvoiceNumber> numbers = new ArrayList<>();
        int next = order.invoices().documents().size() + 1;
        for (String prefix : prefixes) {
            numbers.add(new InvoiceNumber(prefix, order.code().value() + "-" + next++));
        }
        return numbers;
    }

    /** The day may stand in it: the placeholders are those of the reference's settings page. */
    static String prefix(Invoices terms, EventOffer offer, boolean cancellation, LocalDate date) {
        String prefix = terms.numberPrefix().isEmpty()
                ? offer.event().value().toUpperCase(Locale.ROOT) + "-"
                : terms.numberPrefix();
        if (cancellation && !terms.cancellationPrefix().isEmpty()) {
            prefix = terms.cancellationPrefix();
        }
        return prefix.replace("%Y", FOUR_DIGITS.format(date))
                .replace("%y", TWO_DIGITS.format(date))
                .replace("%m", MONTH.format(date))
                .replace("%d", DAY.format(date));
    }
}
