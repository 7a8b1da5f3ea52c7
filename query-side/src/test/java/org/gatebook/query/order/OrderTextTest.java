package org.gatebook.query.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatebook.query.test.OrderFacts.eur;
import static org.gatebook.query.test.OrderFacts.order;
import static org.gatebook.query.test.OrderFacts.payment;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.gatebook.api.order.OrderEvent;
import org.gatebook.api.order.OrderEvent.OrderApproved;
import org.gatebook.api.order.OrderEvent.OrderCanceled;
import org.gatebook.api.order.OrderEvent.OrderCanceledForFee;
import org.gatebook.api.order.OrderEvent.OrderDenied;
import org.gatebook.api.order.OrderEvent.OrderReactivated;
import org.gatebook.api.order.OrderEvent.OrderSecretReplaced;
import org.gatebook.api.order.OrderEvent.PaymentCanceled;
import org.gatebook.api.order.OrderEvent.PaymentConfirmed;
import org.gatebook.api.order.OrderEvent.PaymentRecorded;
import org.gatebook.api.order.OrderEvent.RefundCanceled;
import org.gatebook.api.order.OrderEvent.RefundDone;
import org.gatebook.api.order.OrderEvent.RefundRecorded;
import org.gatebook.api.order.OrderFee;
import org.gatebook.api.order.OrderStatus;
import org.gatebook.api.order.PaymentState;
import org.gatebook.api.order.PlacedRefund;
import org.gatebook.api.order.RefundSource;
import org.gatebook.api.order.RefundState;
import org.gatebook.api.personal.Personal;
import org.gatebook.query.order.shown.OrderSlots;
import org.gatebook.query.test.OrderFacts;
import org.gatebook.query.text.SlottedText;
import org.gatebook.web.answer.ApiJson;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The text of an order, from its events. */
class OrderTextTest {

    private static final Instant LATER = OrderFacts.NOW.plusSeconds(90_000);

    private final OrderFacts facts = order(5, "ABCDE").line(6, 1);

    @Test
    void an_order_begins_pending_and_without_payments() {
        JsonNode order = shown(facts.placed());
        assertThat(order.path("status").asString()).isEqualTo("n");
        assertThat(order.path("total").asString()).isEqualTo("23.00");
        assertThat(order.path("payments")).isEmpty();
        assertThat(order.path("payment_provider").isNull()).isTrue();
        assertThat(order.path("invoice_address").isNull()).isTrue();
        assertThat(order.path("url").asString()).isEqualTo("https://gate.test/acme/fest/order/ABCDE/s3cret/");
    }

    @Test
    void only_a_payment_that_waits_can_be_paid_under_its_link() {
        OrderEvent first = recorded(1, "banktransfer", PaymentState.CREATED);
        assertThat(shown(facts.placed(), first).at("/payments/0/payment_url").asString())
                .isEqualTo("https://gate.test/acme/fest/order/ABCDE/s3cret/pay/701/");
        assertThat(shown(facts.placed(), first, new PaymentCanceled(facts.id(), 1))
                        .at("/payments/0/payment_url")
                        .isNull())
                .isTrue();
    }

    @Test
    void provider_and_date_are_those_of_the_newest_payment_that_has_one_whatever_became_of_it() {
        JsonNode order = shown(
                facts.placed(),
                recorded(1, "manual", PaymentState.CREATED),
                new PaymentConfirmed(facts.id(), 1, LATER),
                recorded(2, "banktransfer", PaymentState.CREATED),
                new PaymentCanceled(facts.id(), 2));
        assertThat(order.path("payment_provider").asString()).isEqualTo("banktransfer");
        assertThat(order.path("payment_date").asString()).isEqualTo("2030-05-06");
    }

    @Test
    void a_cancellation_for_a_fee_leaves_that_fee_alone() {
        OrderFee kept = new OrderFee(9, "cancellation", eur("5.00"), "", "", null, BigDecimal.ZERO, eur("0.00"));
        OrderView order = view(
                facts.fee(8, "2.50").placed(), new OrderCanceledForFee(facts.id(), LATER, null, kept, eur("5.00")));
        assertThat(ids(filled(order, false))).containsExactly(9L);
        assertThat(ids(filled(order, true))).containsExactly(8L, 9L);
        assertThat(filled(order, false).path("total").asString()).isEqualTo("5.00");
    }

    @Test
    void a_refund_names_its_payment_and_says_when_it_was_done() {
        var recorded = new RefundRecorded(facts.id(), refund());
        JsonNode open = shown(facts.placed(), recorded).at("/refunds/0");
        assertThat(open.path("payment").asInt()).isEqualTo(1);
        assertThat(open.path("execution_date").isNull()).isTrue();
        JsonNode done = shown(facts.placed(), recorded, new RefundDone(facts.id(), 1, LATER))
                .at("/refunds/0");
        assertThat(done.path("state").asString()).isEqualTo("done");
        assertThat(done.path("execution_date").asString()).isEqualTo("2030-05-06T13:00:00.000001Z");
        assertThat(shown(facts.placed(), recorded, new RefundCanceled(facts.id(), 1))
                        .at("/refunds/0/state")
                        .asString())
                .isEqualTo("canceled");
    }

    @Test
    void approval_denial_and_return_show_in_the_status() {
        assertThat(view(facts.placed(), new OrderDenied(facts.id(), LATER, null))
                        .status())
                .isEqualTo(OrderStatus.CANCELED);
        OrderView approved = view(
                order(5, "ABCDE").awaitingApproval().line(6, 1).placed(),
                new OrderApproved(facts.id(), LATER, LATER.plusSeconds(60)));
        assertThat(approved.requireApproval()).isFalse();
        OrderView back = view(
                facts.placed(),
                new OrderCanceled(facts.id(), LATER, null),
                new OrderReactivated(facts.id(), LATER, LATER.plusSeconds(60)));
        assertThat(back.status()).isEqualTo(OrderStatus.PENDING);
        assertThat(back.expires()).isEqualTo(LATER.plusSeconds(60));
    }

    @Test
    void a_replaced_secret_moves_the_links() {
        JsonNode order = shown(
                facts.placed(),
                new OrderSecretReplaced(facts.id(), Personal.bearer(facts.id().subject(), "other")));
        assertThat(order.path("secret").asString()).isEqualTo("other");
        assertThat(order.path("url").asString()).endsWith("/ABCDE/other/");
    }

    @Test
    void a_view_that_was_stored_is_the_view_that_is_read() {
        OrderView view = view(
                facts.fee(8, "2.50").invoicedTo("Widgets", "Ada", "Lovelace").placed(),
                recorded(1, "boxoffice", PaymentState.CONFIRMED));
        String document = ApiJson.mapper().writeValueAsString(view);
        assertThat(ApiJson.mapper().readValue(document, OrderView.class)).isEqualTo(view);
    }

    /** Whichever fees are cancelled, the list is JSON with them and without them. */
    @Property
    void fees_are_a_list_with_and_without_the_canceled_ones(@ForAll @Size(max = 5) List<Boolean> canceled) {
        List<FeeView> fees = new ArrayList<>();
        for (int i = 0; i < canceled.size(); i++) {
            fees.add(new FeeView(
                    new OrderFee(i, "service", eur("1.00"), "", "", null, BigDecimal.ZERO, eur("0.00")),
                    canceled.get(i)));
        }
        OrderView placed = view(order(5, "ABCDE").line(6, 1).placed());
        OrderView order = new OrderView(
                placed.origin(),
                placed.secret(),
                placed.details(),
                placed.status(),
                false,
                false,
                placed.expires(),
                placed.total(),
                fees,
                List.of(),
                List.of());
        assertThat(ids(filled(order, true)))
                .isEqualTo(fees.stream().map(fee -> fee.fee().id()).toList());
        assertThat(ids(filled(order, false)))
                .isEqualTo(fees.stream()
                        .filter(fee -> !fee.canceled())
                        .map(fee -> fee.fee().id())
                        .toList());
    }

    private PlacedRefund refund() {
        return new PlacedRefund(
                1,
                RefundState.CREATED,
                RefundSource.ADMIN,
                1,
                eur("23.00"),
                OrderFacts.NOW,
                null,
                null,
                "manual",
                Personal.of(facts.id().subject(), Map.of()));
    }

    private static List<Long> ids(JsonNode order) {
        return order.path("fees")
                .valueStream()
                .map(fee -> fee.path("id").asLong())
                .toList();
    }

    private OrderEvent recorded(int localId, String provider, PaymentState state) {
        return new PaymentRecorded(facts.id(), payment(facts.id(), localId, provider, state));
    }

    private static OrderView view(OrderEvent... events) {
        OrderView view = null;
        for (OrderEvent event : events) {
            view = OrderFold.fold(view, event, 7);
        }
        return view;
    }

    private static JsonNode shown(OrderEvent... events) {
        return filled(view(events), false);
    }

    private static JsonNode filled(OrderView view, boolean canceledFees) {
        StringBuilder out = new StringBuilder();
        SlottedText.fill(OrderText.of(view), out, new SlottedText.Filler() {
            @Override
            public void slot(char slot, StringBuilder into) {
                into.append(slot == OrderSlots.ORIGIN ? "https://gate.test" : "null");
            }

            @Override
            public void part(char beginning, CharSequence part, StringBuilder into) {
                into.append(canceledFees ? part : "");
            }
        });
        return ApiJson.mapper().readTree(out.toString());
    }
}
