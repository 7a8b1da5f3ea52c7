package org.gatebook.command.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.messaging.Message;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.matchers.Matchers;
import org.gatebook.api.decision.Decision;
import org.gatebook.api.order.OrderCommand;
import org.gatebook.api.order.OrderCommand.BeginSplitOrder;
import org.gatebook.api.order.OrderCommand.ChangeOrder;
import org.gatebook.api.order.OrderCommand.NameSoldGiftCards;
import org.gatebook.api.order.OrderCommand.NameStatus;
import org.gatebook.api.order.OrderCommand.PlaceOrder;
import org.gatebook.api.order.OrderEvent;
import org.gatebook.api.order.change.ChangeOperation;
import org.gatebook.command.order.state.OrderState;
import org.gatebook.command.order.state.OrderState.Pending;
import org.gatebook.eventstore.test.AggregateFixtures;
import org.gatebook.eventstore.test.GeneratedPage;
import org.junit.jupiter.api.Test;

/** Every state of an order times everything that may be asked of it, by the aggregate as Axon runs it. */
class OrderStatesTest {

    /** What begins an order has none to be asked of, and what asks for a fact changes nothing. */
    private static final Set<Class<?>> ELSEWHERE =
            Set.of(PlaceOrder.class, BeginSplitOrder.class, NameStatus.class, NameSoldGiftCards.class);

    private static final String HEAD = """
        # What may happen to an order, by state

        Each cell is what the order answers: *stays* if it is done and the state remains, → and the state that follows,
        `-` if nothing is left to do, or the code of the refusal. Where money has arrived it has arrived: such a refusal
        keeps the payment, and says so. Generated from what the aggregate does; a test compares.

        The order has two positions for 20.00 and 3.00 and a fee of 2.00; an open payment over all of it, which is given up
        when the order is called off; and if money came, a confirmed payment from a gift card. Refunds are of 6.00. Nothing
        else speaks against anything: there are places, the event takes money, also late, and invoices are made by hand.
        What refuses for such reasons does so in any state in which the operation is allowed. Tickets are blocked, scanned
        and given new secrets whatever the state of their order.

        """;

    @Test
    void every_command_of_an_order_is_in_the_table() {
        assertThat(classes(OrderOperation.all().stream().map(OrderOperation::command)))
                .containsAll(without(OrderCommand.class.getPermittedSubclasses()));
        assertThat(classes(OrderOperation.all().stream()
                        .map(OrderOperation::command)
                        .filter(ChangeOrder.class::isInstance)
                        .flatMap(change -> ((ChangeOrder) change).operations().stream())))
                .isEqualTo(Arrays.stream(ChangeOperation.class.getPermittedSubclasses())
                        .filter(Class::isRecord)
                        .collect(Collectors.toSet()));
    }

    @Test
    void every_state_of_an_order_is_in_the_table() {
        assertThat(classes(OrderExample.all().stream().map(OrderExample::state)))
                .isEqualTo(Set.of(OrderState.class.getPermittedSubclasses()));
    }

    @Test
    void the_page_says_what_the_order_answers() throws IOException {
        StringBuilder page = new StringBuilder(HEAD);
        row(page, Stream.concat(Stream.of(""), OrderExample.all().stream().map(OrderExample::title)));
        row(page, Stream.generate(() -> "---").limit(1L + OrderExample.all().size()));
        for (OrderOperation operation : OrderOperation.all()) {
            row(
                    page,
                    Stream.concat(
                            Stream.of(operation.title()),
                            OrderExample.all().stream().map(order -> answer(order, operation))));
        }
        GeneratedPage.assertUpToDate("docs/order-states.md", page.toString());
    }

    private static void row(StringBuilder page, Stream<String> cells) {
        page.append(cells.collect(Collectors.joining(" | ", "| ", " |\n")));
    }

    private static String answer(OrderExample order, OrderOperation operation) {
        List<OrderEvent> before = order.state() instanceof OrderState.Deleted
                ? order.events()
                : Stream.concat(order.events().stream(), operation.before().stream())
                        .toList();
        AggregateTestFixture<Order> fixture = AggregateFixtures.of(Order.class);
        fixture.setReportIllegalStateChange(false);
        fixture.registerInjectableResource(new OpenSurroundings());
        Decision<?>[] decision = new Decision<?>[1];
        fixture.given(before)
                .when(operation.command())
                .expectResultMessageMatching(Matchers.<Message<?>>predicate(message -> {
                    decision[0] = (Decision<?>) message.getPayload();
                    return true;
                }));
        List<OrderEvent> all = fixture.getEventStore()
                .readEvents(operation.command().aggregateId())
                .asStream()
                .map(message -> (OrderEvent) message.getPayload())
                .toList();
        return switch (decision[0]) {
            case Decision.Accepted<?> accepted -> done(before, all);
            case Decision.Refused<?> refused ->
                "`" + refused.refusal().code() + "`" + (refused.eventsKept() ? ", payment kept" : "");
        };
    }

    private static String done(List<OrderEvent> before, List<OrderEvent> all) {
        String was = name(OrderExamples.stateAfter(before));
        String is = name(OrderExamples.stateAfter(all));
        return was.equals(is) ? all.size() > before.size() ? "stays" : "-" : "→ " + is;
    }

    private static String name(OrderState state) {
        return state instanceof Pending && state.contents().requireApproval()
                ? "awaiting approval"
                : state.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    private static Set<Class<?>> classes(Stream<?> examples) {
        return examples.map(Object::getClass).collect(Collectors.toSet());
    }

    private static Set<Class<?>> without(Class<?>[] commands) {
        return Arrays.stream(commands)
                .filter(command -> !ELSEWHERE.contains(command))
                .collect(Collectors.toSet());
    }
}
