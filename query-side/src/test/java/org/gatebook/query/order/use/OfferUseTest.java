package org.gatebook.query.order.use;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatebook.query.test.OrderFacts.NOW;
import static org.gatebook.query.test.OrderFacts.eur;
import static org.gatebook.query.test.OrderFacts.order;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.gatebook.api.order.Attendee;
import org.gatebook.api.order.OrderEvent.LineCanceled;
import org.gatebook.api.order.OrderEvent.OrderDeleted;
import org.gatebook.api.order.OrderId;
import org.gatebook.catalogue.resource.Owner;
import org.gatebook.eventstore.Opening;
import org.gatebook.eventstore.TransactionalUnit;
import org.gatebook.eventstore.test.PostgresExtension;
import org.gatebook.query.test.Festival;
import org.gatebook.query.test.OrderStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What must stay because orders are about it. */
class OfferUseTest {

    private static final Owner EVENT = Owner.of(Festival.ORGANIZER, Festival.EVENT);
    private static final Owner OTHER_EVENT = Owner.of(Festival.ORGANIZER, Festival.OTHER_EVENT);
    private static final long NEVER_SOLD = 77;
    private static final long TAX_RULE = 19;

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private static OrderStore store;

    @BeforeAll
    static void an_order_with_a_canceled_position_and_a_deleted_order() {
        store = new OrderStore(POSTGRES.application());
        Attendee answering = new Attendee(
                Map.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(new Attendee.Answer(Festival.QUESTION, "Red", List.of(Festival.RED), null)));
        store.place(
                order(100, "KEEPZ")
                        .taxedFee(9, TAX_RULE)
                        .line(101, Festival.TICKET, null, answering)
                        .line(102, Festival.WORKSHOP),
                new LineCanceled(new OrderId(100), 102, eur("23.00")));
        store.place(order(200, "GONEZ").test().line(201, NEVER_SOLD), new OrderDeleted(new OrderId(200), NOW));
    }

    @AfterAll
    static void stop() {
        store.close();
    }

    @Test
    void what_was_ordered_is_used_even_if_it_was_canceled() {
        assertThat(ask(use -> use.isItemUsed(EVENT, Festival.TICKET))).isTrue();
        assertThat(ask(use -> use.isItemUsed(EVENT, Festival.WORKSHOP))).isTrue();
        assertThat(ask(use -> use.isVariationUsed(EVENT, Festival.TICKET, 5))).isFalse();
    }

    @Test
    void a_deleted_order_uses_nothing() {
        assertThat(ask(use -> use.isItemUsed(EVENT, NEVER_SOLD))).isFalse();
    }

    @Test
    void orders_of_another_event_do_not_count() {
        assertThat(ask(use -> use.isItemUsed(OTHER_EVENT, Festival.TICKET))).isFalse();
        assertThat(ask(use -> use.isUsed(Festival.ORGANIZER, Festival.EVENT))).isTrue();
        assertThat(ask(use -> use.isUsed(Festival.ORGANIZER, Festival.OTHER_EVENT)))
                .isFalse();
    }

    @Test
    void a_question_is_answered_where_a_position_has_an_answer() {
        assertThat(ask(use -> use.isAnswered(EVENT, Festival.QUESTION))).isTrue();
        assertThat(ask(use -> use.isAnswered(EVENT, NEVER_SOLD))).isFalse();
    }

    @Test
    void rules_dates_discounts_and_channels_are_asked_alike() {
        assertThat(ask(use -> use.isTaxRuleUsed(Festival.ORGANIZER, Festival.EVENT, TAX_RULE)))
                .isTrue();
        assertThat(ask(use -> use.isTaxRuleUsed(Festival.ORGANIZER, Festival.EVENT, 4)))
                .isFalse();
        assertThat(ask(use -> use.isDateUsed(Festival.ORGANIZER, Festival.EVENT, 4)))
                .isFalse();
        assertThat(ask(use -> use.isDiscountUsed(EVENT, 4))).isFalse();
        assertThat(ask(use -> use.isUsed(Festival.ORGANIZER, "web"))).isTrue();
        assertThat(ask(use -> use.isUsed(Festival.ORGANIZER, "api.partner"))).isFalse();
    }

    private static boolean ask(Predicate<OfferUse> question) {
        OfferUse use = store.get(OfferUse.class);
        return store.get(TransactionalUnit.class).read(Opening.plain(), entered -> question.test(use));
    }
}
