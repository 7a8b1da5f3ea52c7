package org.gatebook.query.history.reason;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatebook.query.history.reason.Story.about;
import static org.gatebook.query.history.reason.Story.steps;
import static org.gatebook.query.test.OrderFacts.NOW;
import static org.gatebook.query.test.OrderFacts.eur;
import static org.gatebook.query.test.OrderFacts.payment;
import static org.gatebook.query.test.OrderFacts.scan;

import java.util.List;
import java.util.Map;
import org.gatebook.api.catalogue.ResourceChanged;
import org.gatebook.api.order.OrderEvent.LineCanceled;
import org.gatebook.api.order.OrderEvent.OrderCanceled;
import org.gatebook.api.order.OrderEvent.OrderExpired;
import org.gatebook.api.order.OrderEvent.OrderPaid;
import org.gatebook.api.order.OrderEvent.PaymentRecorded;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.order.PaymentState;
import org.gatebook.api.personal.Personal;
import org.gatebook.api.ticket.Scan.Direction;
import org.gatebook.api.ticket.ScanReason;
import org.gatebook.api.ticket.TicketEvent.TicketBlocksChanged;
import org.gatebook.api.ticket.TicketEvent.TicketCanceled;
import org.gatebook.api.ticket.TicketEvent.TicketScanRefused;
import org.gatebook.api.ticket.TicketEvent.TicketScanned;
import org.gatebook.api.ticket.TicketEvent.TicketSecretReplaced;
import org.gatebook.api.ticket.TicketEvent.TicketTermsChanged;
import org.gatebook.api.ticket.TicketId;
import org.gatebook.api.ticket.TicketTerms;
import org.gatebook.query.test.OrderFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TicketReasonsTest {

    private static final OrderFacts FACTS = OrderFacts.order(100, "ABCDE").line(101, 1);
    private static final OrderId ORDER = FACTS.id();
    private static final String OF_ORDER = ORDER.aggregateId();
    private static final TicketId TICKET = new TicketId(101);
    private static final String STREAM = TICKET.aggregateId();

    private static Story sold() {
        return new Story().then(OF_ORDER, FACTS.placed()).then(STREAM, FACTS.ticket(101));
    }

    private static Story paid() {
        return sold().newAction()
                .then(
                        OF_ORDER,
                        new PaymentRecorded(ORDER, payment(ORDER, 1, "banktransfer", PaymentState.CONFIRMED)),
                        new OrderPaid(ORDER, NOW));
    }

    private static TicketScanRefused refused(ScanReason reason) {
        return refused(reason, "secret-101");
    }

    private static TicketScanRefused refused(ScanReason reason, String barcode) {
        return new TicketScanRefused(
                TICKET,
                ORDER,
                scan(900, 5, Direction.ENTRY, NOW),
                reason.code(),
                null,
                Personal.bearer(TICKET.subject(), barcode));
    }

    private static Reason reason(Story story, String about) {
        return about(TicketReasons.of(story.told(), TICKET), about);
    }

    private static List<String> lastScan(Story story) {
        return steps(reason(story, "last_scan"));
    }

    @Test
    void a_ticket_of_a_paid_order_is_valid() {
        Reason validity = reason(paid(), "validity");
        assertThat(validity.sentence()).isEqualTo("The ticket is valid, because its order is paid.");
        assertThat(steps(validity)).containsExactly("4 order.paid <- 3", "3 order.payment_recorded");
    }

    @Test
    void a_ticket_of_an_unpaid_order_opens_what_takes_unpaid_orders() {
        assertThat(reason(sold(), "validity").sentence())
                .isEqualTo("The ticket opens nothing but check-in lists that take unpaid orders, because its order is"
                        + " not paid.");
    }

    @Test
    void a_blocked_ticket_opens_nothing_until_nothing_blocks_it() {
        Story story = paid().by("team_token", "Fraud desk")
                .then(STREAM, new TicketBlocksChanged(TICKET, ORDER, List.of("api:fraud")));
        Reason validity = reason(story, "validity");
        assertThat(validity.sentence())
                .isEqualTo("The ticket opens nothing, because “Fraud desk” blocked it: api:fraud.");
        assertThat(steps(validity)).containsExactly("5 ticket.blocks_changed");
        assertThat(reason(story.then(STREAM, new TicketBlocksChanged(TICKET, ORDER, List.of())), "validity")
                        .sentence())
                .startsWith("The ticket is valid");
    }

    @Test
    void a_cancelled_ticket_leads_to_the_change_of_its_order() {
        Reason validity = reason(
                paid().newAction()
                        .then(OF_ORDER, new LineCanceled(ORDER, 101, eur("0.00")))
                        .then(STREAM, new TicketCanceled(TICKET, ORDER)),
                "validity");
        assertThat(validity.sentence()).isEqualTo("The ticket opens nothing, because its position was cancelled.");
        assertThat(steps(validity)).containsExactly("6 ticket.canceled <- 5", "5 order.line_canceled");
    }

    @Test
    void a_ticket_of_an_order_that_ended_opens_nothing() {
        assertThat(reason(sold().then(OF_ORDER, new OrderExpired(ORDER, NOW)), "validity")
                        .sentence())
                .isEqualTo("The ticket opens nothing, because its order is expired.");
        assertThat(reason(paid().then(OF_ORDER, new OrderCanceled(ORDER, NOW, null)), "validity")
                        .sentence())
                .isEqualTo("The ticket opens nothing, because its order is cancelled.");
    }

    @Test
    void an_admission_rests_on_the_payment_and_a_second_one_fails_because_of_the_first() {
        Story story = paid().then(STREAM, new TicketScanned(TICKET, ORDER, scan(899, 5, Direction.ENTRY, NOW)));
        assertThat(lastScan(story)).startsWith("5 ticket.scanned <- 4", "4 order.paid <- 3");
        Reason second = reason(story.then(STREAM, refused(ScanReason.ALREADY_REDEEMED)), "last_scan");
        assertThat(second.sentence())
                .isEqualTo("The last scan, at 2030-05-05 12:00 UTC on check-in list 5, was refused, because the ticket"
                        + " had been used on this check-in list (already_redeemed).");
        assertThat(steps(second)).startsWith("6 ticket.scan_refused <- 5", "5 ticket.scanned <- 4");
    }

    @Test
    void a_refusal_leads_to_what_made_its_rule_apply() {
        assertThat(lastScan(paid().then(STREAM, new TicketBlocksChanged(TICKET, ORDER, List.of("x")))
                        .then(STREAM, refused(ScanReason.BLOCKED))))
                .containsExactly("6 ticket.scan_refused <- 5", "5 ticket.blocks_changed");
        assertThat(lastScan(paid().then(OF_ORDER, new OrderCanceled(ORDER, NOW, null))
                        .then(STREAM, refused(ScanReason.CANCELED))))
                .containsExactly("6 ticket.scan_refused <- 5", "5 order.canceled");
        assertThat(lastScan(sold().then(STREAM, refused(ScanReason.UNPAID))))
                .containsExactly("3 ticket.scan_refused <- 1", "1 order.placed");
        assertThat(lastScan(paid().then(
                                STREAM,
                                new TicketTermsChanged(TICKET, ORDER, new TicketTerms(1, null, null, NOW, null)))
                        .then(STREAM, refused(ScanReason.INVALID_TIME))))
                .containsExactly("6 ticket.scan_refused <- 5", "5 ticket.terms_changed");
    }

    @Test
    void a_revoked_secret_leads_to_its_own_replacement_and_not_to_a_later_one() {
        Story story = paid().then(STREAM, replaced("second")).then(STREAM, replaced("third"));
        assertThat(lastScan(story.then(STREAM, refused(ScanReason.REVOKED, "secret-101"))))
                .containsExactly("7 ticket.scan_refused <- 5", "5 ticket.secret_replaced");
        assertThat(lastScan(story.then(STREAM, refused(ScanReason.REVOKED, "second"))))
                .containsExactly("8 ticket.scan_refused <- 6", "6 ticket.secret_replaced");
    }

    private static TicketSecretReplaced replaced(String secret) {
        return new TicketSecretReplaced(TICKET, ORDER, Personal.bearer(TICKET.subject(), secret), true);
    }

    @Test
    void a_rule_of_a_list_leads_to_the_change_that_set_it() {
        Story story = new Story()
                .then("checkinlist:5", list("Main", Map.of()))
                .then("checkinlist:5", list("Main", Map.of("and", List.of())))
                .then("checkinlist:5", list("Main gate", Map.of("and", List.of())))
                .then(OF_ORDER, FACTS.placed())
                .then(STREAM, FACTS.ticket(101), refused(ScanReason.RULES));
        Reason scan = reason(story, "last_scan");
        assertThat(scan.sentence())
                .contains("on the check-in list “Main gate”")
                .contains("because the check-in list's own rules did not hold (rules)");
        assertThat(steps(scan)).containsExactly("6 ticket.scan_refused <- 2", "2 catalogue.resource_changed");
    }

    private static ResourceChanged list(String name, Object rules) {
        return new ResourceChanged(
                "checkinlist",
                5,
                "nights",
                null,
                null,
                Map.of("name", name, "rules", rules),
                Map.of(),
                List.of(),
                List.of());
    }

    @ParameterizedTest
    @EnumSource(ScanReason.class)
    void every_reason_of_a_refusal_is_put_into_words(ScanReason reason) {
        assertThat(reason(sold().then(STREAM, refused(reason)), "last_scan").sentence())
                .matches("The last scan, .* was refused, because .{15,} \\(" + reason.code() + "\\)\\.");
    }
}
