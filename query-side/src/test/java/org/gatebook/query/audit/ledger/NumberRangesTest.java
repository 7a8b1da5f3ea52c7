package org.gatebook.query.audit.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.installation.InstallationRestored.LeftOutNumbers;
import org.gatebook.api.invoice.Invoice;
import org.gatebook.api.invoice.InvoiceNumber;
import org.gatebook.api.invoice.InvoiceRecipient;
import org.gatebook.api.invoice.InvoiceSender;
import org.gatebook.api.invoice.InvoiceTexts;
import org.gatebook.api.order.OrderCode;
import org.gatebook.api.personal.Personal;
import org.gatebook.api.personal.SubjectId;
import org.gatebook.query.audit.ledger.NumberRanges.Noticed;
import org.gatebook.query.audit.table.Table;
import org.junit.jupiter.api.Test;

class NumberRangesTest {

    /** Positions above 10 are in the period. */
    private static final Period PERIOD =
            new Period(Instant.EPOCH, Instant.EPOCH.plusSeconds(1), ZoneOffset.UTC, 10, 100);

    private static final String AT = ";\"1970-01-01T00:00:00Z\"";

    private final Map<Table, StringWriter> written = new HashMap<>();
    private final Books books =
            new Books(Table.ALL, table -> written.computeIfAbsent(table, unknown -> new StringWriter()));
    private final NumberRanges ranges = new NumberRanges(PERIOD, books);

    @Test
    void numbers_that_run_on_are_all_right() {
        take("1", 1, 5);
        take("2", 1, 11);
        take("00003", 2, 12);
        assertThat(range()).isEqualTo("\"F\";1;2;3;2;0;0;0;0");
        assertThat(findings()).isEmpty();
    }

    @Test
    void what_is_left_out_is_missing_unless_it_comes_later() {
        take("1", 1, 5);
        take("5", 1, 11);
        take("3", 1, 12);
        assertThat(range()).isEqualTo("\"F\";1;3;5;2;2;0;0;0");
        assertThat(findings()).containsExactly("\"F\";\"missing\";2;2;11" + AT, "\"F\";\"missing\";4;4;11" + AT);
    }

    @Test
    void what_was_missing_before_the_period_is_not_missing_again() {
        take("1", 1, 4);
        take("3", 1, 5);
        take("4", 1, 11);
        assertThat(range()).isEqualTo("\"F\";3;4;4;1;0;0;0;0");
    }

    @Test
    void a_number_that_was_given_twice_is_doubled() {
        take("1", 1, 5);
        take("1", 1, 11);
        assertThat(range()).isEqualTo("\"F\";1;1;1;1;0;0;1;0");
        assertThat(findings()).containsExactly("\"F\";\"doubled\";1;1;11" + AT);
    }

    @Test
    void a_higher_number_with_an_earlier_date_is_out_of_order() {
        take("1", 7, 5);
        take("2", 6, 11);
        assertThat(range()).isEqualTo("\"F\";1;2;2;1;0;0;0;1");
        assertThat(findings()).containsExactly("\"F\";\"out_of_order\";2;2;11" + AT);
    }

    @Test
    void what_a_restore_left_out_is_not_missing() {
        take("1", 1, 5);
        take("2", 1, 11);
        leaveOut(3, 1002, 12);
        take("1003", 2, 13);
        take("1005", 2, 14);
        assertThat(range()).isEqualTo("\"F\";1;2;1005;3;1;1000;0;0");
        assertThat(findings())
                .containsExactly("\"F\";\"left_out\";3;1002;12" + AT, "\"F\";\"missing\";1004;1004;14" + AT);
    }

    @Test
    void what_a_restore_left_out_before_the_period_is_where_it_begins() {
        take("1", 1, 5);
        leaveOut(2, 1001, 6);
        take("1002", 1, 11);
        assertThat(range()).isEqualTo("\"F\";1001;1002;1002;1;0;0;0;0");
        assertThat(findings()).isEmpty();
    }

    @Test
    void a_number_that_a_restore_left_out_belongs_to_no_later_document() {
        leaveOut(1, 1000, 11);
        take("7", 1, 12);
        assertThat(range()).isEqualTo("\"F\";0;7;7;1;0;1000;1;0");
    }

    @Test
    void numbers_made_of_an_orders_code_are_in_no_range() {
        take("ABC-1", 1, 11);
        ranges.end();
        assertThat(rows(Table.NUMBER_RANGES)).isEmpty();
    }

    private void leaveOut(long first, long last, long position) {
        ranges.leaveOut(
                new LeftOutNumbers(new OrganizerSlug("org"), "F", first, last), new Noticed(position, Instant.EPOCH));
    }

    private void take(String number, int day, long position) {
        ranges.take(
                new Invoice(
                        position,
                        new InvoiceNumber("F", number),
                        new OrderCode("ABC"),
                        LocalDate.of(2030, 1, day),
                        null,
                        "en",
                        new InvoiceSender("", "", "", "", "", "", ""),
                        Personal.of(SubjectId.of("order", 1), InvoiceRecipient.unknown()),
                        new InvoiceTexts("", "", "", null, ""),
                        null,
                        List.of()),
                new Noticed(position, Instant.EPOCH));
    }

    private String range() {
        ranges.end();
        return rows(Table.NUMBER_RANGES).getFirst();
    }

    private List<String> findings() {
        return rows(Table.NUMBER_GAPS);
    }

    private List<String> rows(Table table) {
        return written.get(table).toString().lines().skip(1).toList();
    }
}
