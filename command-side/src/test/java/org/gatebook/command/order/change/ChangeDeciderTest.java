package org.gatebook.command.order.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatebook.command.order.OrderExamples.ID;
import static org.gatebook.command.order.OrderExamples.NOW;
import static org.gatebook.command.order.OrderExamples.after;
import static org.gatebook.command.order.OrderExamples.eur;
import static org.gatebook.command.order.OrderExamples.eventsOf;
import static org.gatebook.command.order.OrderExamples.expired;
import static org.gatebook.command.order.OrderExamples.line;
import static org.gatebook.command.order.OrderExamples.place;
import static org.gatebook.command.order.OrderExamples.refusalOf;
import static org.gatebook.command.order.OrderExamples.stateAfter;
import static org.gatebook.command.order.change.FestivalOffer.CHAIR;
import static org.gatebook.command.order.change.FestivalOffer.EVENING;
import static org.gatebook.command.order.change.FestivalOffer.LOOSE;
import static org.gatebook.command.order.change.FestivalOffer.LUNCH;
import static org.gatebook.command.order.change.FestivalOffer.MORNING;
import static org.gatebook.command.order.change.FestivalOffer.NORMAL;
import static org.gatebook.command.order.change.FestivalOffer.REDUCED;
import static org.gatebook.command.order.change.FestivalOffer.TICKET;
import static org.gatebook.command.order.change.FestivalOffer.WORKSHOP;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.gatebook.api.decision.Outcome;
import org.gatebook.api.decision.Refusal;
import org.gatebook.api.money.Money;
import org.gatebook.api.order.Attendee;
import org.gatebook.api.order.OrderCode;
import org.gatebook.api.order.OrderCommand.ChangeOrder;
import org.gatebook.api.order.OrderEvent;
import org.gatebook.api.order.OrderEvent.ContentsChanged;
import org.gatebook.api.order.OrderEvent.ExpiryChanged;
import org.gatebook.api.order.OrderEvent.FeeCanceled;
import org.gatebook.api.order.OrderEvent.FeeChanged;
import org.gatebook.api.order.OrderEvent.GiftCardSold;
import org.gatebook.api.order.OrderEvent.LineAdded;
import org.gatebook.api.order.OrderEvent.LineCanceled;
import org.gatebook.api.order.OrderEvent.LineChanged;
import org.gatebook.api.order.OrderEvent.LineSplitOff;
import org.gatebook.api.order.OrderEvent.OrderCanceled;
import org.gatebook.api.order.OrderEvent.OrderMarkedPending;
import org.gatebook.api.order.OrderEvent.OrderPaid;
import org.gatebook.api.order.OrderEvent.PaymentCanceled;
import org.gatebook.api.order.OrderEvent.PaymentRecorded;
import org.gatebook.api.order.OrderEvent.RefundRecorded;
import org.gatebook.api.order.OrderFee;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.order.OrderLine;
import org.gatebook.api.order.OrderRefusals;
import org.gatebook.api.order.change.ChangeOperation;
import org.gatebook.api.order.change.ChangeOperation.AddLine;
import org.gatebook.api.order.change.ChangeOperation.AlterLine;
import org.gatebook.api.order.change.ChangeOperation.CancelFee;
import org.gatebook.api.order.change.ChangeOperation.CancelLine;
import org.gatebook.api.order.change.ChangeOperation.ChangeFee;
import org.gatebook.api.order.change.ChangeOperation.Keep;
import org.gatebook.api.order.change.ChangeOperation.RecalculateTaxes;
import org.gatebook.api.order.change.ChangeOperation.SplitLine;
import org.gatebook.api.order.change.ChangeRefusals;
import org.gatebook.api.order.change.ChangedContents;
import org.gatebook.api.order.change.LinePatch;
import org.gatebook.api.order.change.LineTerms;
import org.gatebook.api.order.change.NewLine;
import org.gatebook.api.order.change.Patch;
import org.gatebook.api.order.change.SplitInto;
import org.gatebook.api.order.change.SplitOff;
import org.gatebook.api.personal.Personal;
import org.gatebook.api.personal.SubjectId;
import org.gatebook.command.order.state.Line;
import org.gatebook.command.order.state.OrderContents;
import org.gatebook.command.order.state.OrderState;
import org.gatebook.command.order.state.OrderState.Paid;
import org.gatebook.command.order.state.OrderState.Pending;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Behaviour notes, orders 16 and 17. Positions of the examples are tickets (5), numbered from 1001.
 *
 * <p>Long: each operation of a change, with its refusals, on one order.
 */
class ChangeDeciderTest {

    private static final LinePatch NO_PATCH = new LinePatch(
            Patch.none(),
            Patch.none(),
            Patch.none(),
            Patch.none(),
            Patch.none(),
            Patch.none(),
            Patch.none(),
            Patch.none());
    private static final OrderId OTHER = new OrderId(18);

    private final FestivalOffer festival = new FestivalOffer();

    @Test
    void a_position_goes_with_its_add_ons() {
        OrderState order = order(line(1001, "20.00", null), line(1002, "3.00", 1001L), line(1003, "7.00", null));
        assertThat(change(order, new CancelLine(1001)))
                .containsExactly(
                        new LineCanceled(ID, 1001, eur("10.00")),
                        new LineCanceled(ID, 1002, eur("7.00")),
                        new ContentsChanged(ID, NOW, false));
        assertThat(refusal(order, new CancelLine(4711))).isEqualTo(Refusal.notFound());
    }

    @Test
    void the_last_position_is_not_taken_out() {
        OrderState order = order(line(1001, "20.00", null), line(1002, "3.00", null));
        assertThat(refusal(order, new CancelLine(1001), new CancelLine(1002))).isEqualTo(OrderRefusals.WOULD_BE_EMPTY);
        assertThat(refusal(order, new CancelLine(1001), new SplitLine(1002))).isEqualTo(OrderRefusals.WOULD_BE_EMPTY);
        assertThat(change(order, new CancelLine(1001), new CancelLine(1002), added(1003, TICKET)))
                .isNotEmpty();
    }

    @Test
    void an_order_ends_with_its_last_main_position_if_only_add_ons_are_left() {
        OrderState paid = paid(line(1001, "20.00", null), line(1002, "3.00", 1001L));
        assertThat(change(paid, new CancelLine(1001)))
                .extracting(Object::getClass)
                .containsExactly(LineCanceled.class, LineCanceled.class, OrderCanceled.class, ContentsChanged.class);
    }

    @Test
    void another_product_keeps_the_price_and_brings_its_tax() {
        OrderState order = order(line(1001, "23.00", null));
        LinePatch patch = patch(Patch.to(WORKSHOP), Patch.to(EVENING));
        assertThat(change(order, new AlterLine(1001, patch)))
                .first()
                .isEqualTo(new LineChanged(
                        ID,
                        1001,
                        new LineTerms(
                                WORKSHOP, EVENING, null, eur("23.00"), null, BigDecimal.ZERO, eur("0.00"), null, null),
                        eur("23.00")));
        assertThat(refusal(order, new AlterLine(1001, patch(Patch.to(WORKSHOP), Patch.none()))))
                .isEqualTo(ChangeRefusals.VARIATION_NEEDED);
        assertThat(refusal(order, new AlterLine(1001, patch(Patch.to(LOOSE), Patch.none()))))
                .isEqualTo(ChangeRefusals.NO_QUOTA);
    }

    @Test
    void what_is_so_already_is_no_change() {
        OrderState order = order(line(1001, "23.00", null));
        assertThat(change(order, new AlterLine(1001, patch(Patch.to(TICKET), Patch.to(null)))))
                .isEmpty();
        assertThat(change(order, price(1001, "23.00"))).isEmpty();
        assertThat(change(order, validFrom(1001, null))).isEmpty();
    }

    @Test
    void a_new_price_is_taxed_by_the_rule_of_the_position_whatever_the_address() {
        OrderState order = order(line(1001, "0.00", null));
        festival.soldToVienna();
        OrderState taxed = after(order, change(order, taxRule(1001, NORMAL)));
        assertThat(terms(taxed).taxRate()).isEqualByComparingTo("0");
        OrderState dearer = after(taxed, change(taxed, price(1001, "119.00")));
        assertThat(terms(dearer).taxRate()).isEqualByComparingTo("19");
        assertThat(terms(dearer).taxValue()).isEqualTo(eur("19.00"));
        assertThat(dearer.contents().total()).isEqualTo(eur("119.00"));
    }

    @Test
    void the_price_of_a_gift_card_stays() {
        OrderState sold = after(paid(line(1001, "40.00", null)), List.of(new GiftCardSold(ID, 1001)));
        assertThat(refusal(sold, price(1001, "41.00"))).isEqualTo(ChangeRefusals.PRICE_OF_GIFT_CARD);
    }

    @Test
    void a_tax_rule_is_replaced_but_not_removed() {
        OrderState order = order(line(1001, "107.00", null));
        OrderState taxed = after(order, change(order, taxRule(1001, REDUCED)));
        assertThat(terms(taxed).taxValue()).isEqualTo(eur("7.00"));
        assertThat(refusal(taxed, taxRule(1001, null))).isEqualTo(ChangeRefusals.TAX_RULE_NEEDED);
    }

    @Test
    void a_seat_is_taken_by_its_name_and_left() {
        OrderState order = order(line(1001, "40.00", null));
        OrderState seated = after(order, change(order, seat(1001, "S-81")));
        assertThat(terms(seated).seat()).isEqualTo(81);
        assertThat(terms(after(seated, change(seated, seat(1001, null)))).seat())
                .isNull();
        assertThat(refusal(order, seat(1001, "S-99"))).isEqualTo(ChangeRefusals.UNKNOWN_SEAT);
    }

    @Test
    void only_the_ticket_hears_of_another_validity() {
        OrderState order = order(line(1001, "23.00", null));
        ChangedContents changed = done(order, validFrom(1001, NOW));
        assertThat(change(order, validFrom(1001, NOW))).containsExactly(new ContentsChanged(ID, NOW, false));
        assertThat(changed.altered())
                .singleElement()
                .satisfies(ticket -> assertThat(ticket.validFrom()).isEqualTo(Patch.to(NOW)));
        assertThat(changed.invoiceAffected()).isFalse();
    }

    @Test
    void a_position_is_added_under_the_next_number_for_the_listed_price() {
        OrderState order = order(line(1001, "23.00", null), line(1002, "23.00", null));
        OrderState shorter = after(order, change(order, new CancelLine(1002)));
        assertThat(change(shorter, added(1003, TICKET))).first().isInstanceOfSatisfying(LineAdded.class, added -> {
            assertThat(added.line().positionid()).isEqualTo(3);
            assertThat(added.line().taxValue()).isEqualTo(eur("3.67"));
            assertThat(added.total()).isEqualTo(eur("46.00"));
        });
    }

    @Test
    void a_price_that_is_named_for_a_new_position_loses_the_tax_that_is_not_due() {
        OrderState order = order(line(1001, "23.00", null));
        festival.soldToVienna();
        assertThat(change(order, new AddLine(newLine(1002, TICKET, null, eur("23.00"), null, null))))
                .first()
                .isInstanceOfSatisfying(
                        LineAdded.class,
                        added -> assertThat(added.line().price()).isEqualTo(eur("19.33")));
    }

    @Test
    void add_ons_need_a_position_that_they_fit() {
        OrderState order = order(line(1001, "23.00", null));
        assertThat(refusal(order, new AddLine(newLine(1002, LUNCH, null, null, null, null))))
                .isEqualTo(ChangeRefusals.ADDON_NEEDS_BASE);
        assertThat(refusal(order, new AddLine(newLine(1002, WORKSHOP, MORNING, null, 1001L, null))))
                .isEqualTo(ChangeRefusals.ADDON_NOT_ALLOWED);
        assertThat(change(order, new AddLine(newLine(1002, LUNCH, null, null, 1001L, null))))
                .first()
                .isInstanceOf(LineAdded.class);
    }

    @Test
    void products_with_seats_need_one_and_others_none() {
        OrderState order = order(line(1001, "23.00", null));
        assertThat(refusal(order, added(1002, CHAIR))).isEqualTo(ChangeRefusals.SEAT_NEEDED);
        assertThat(refusal(order, new AddLine(newLine(1002, TICKET, null, null, null, "S-81"))))
                .isEqualTo(ChangeRefusals.SEAT_NOT_ALLOWED);
        assertThat(refusal(order, added(1002, LOOSE))).isEqualTo(ChangeRefusals.NO_QUOTA);
        assertThat(refusal(order, added(1002, WORKSHOP))).isEqualTo(ChangeRefusals.VARIATION_NEEDED);
    }

    @Test
    void nothing_is_sold_where_the_tax_rule_forbids_it_but_prices_change() {
        OrderState order = order(line(1001, "23.00", null));
        FestivalOffer blocking = FestivalOffer.withoutSalesToAustria();
        assertThat(refusalOf(outcome(blocking, order, added(1002, TICKET)))).isEqualTo(ChangeRefusals.NOT_SOLD_THERE);
        assertThat(refusalOf(outcome(blocking, order, taxRule(1001, NORMAL)))).isEqualTo(ChangeRefusals.NOT_SOLD_THERE);
        assertThat(eventsOf(outcome(blocking, order, price(1001, "20.00")))).isNotEmpty();
    }

    @Test
    void places_are_asked_for_the_whole_and_only_by_orders_that_hold_some() {
        OrderState order = order(line(1001, "23.00", null));
        ChangePlan plan =
                ChangeDecider.plan(order, command(new CancelLine(1001), added(1002, TICKET)), festival.facts(order));
        assertThat(plan.takesPlaces()).isTrue();
        assertThat(plan.wanted()).hasSize(1);
        festival.soldOut();
        assertThat(refusal(order, added(1002, TICKET))).isNotNull();
        assertThat(change(expired(order), added(1002, TICKET))).isNotEmpty();
    }

    @Test
    void at_most_so_many_positions_fit_into_an_order() {
        OrderState order = order(line(1001, "1.00", null));
        ChangeOperation[] many = IntStream.range(0, 500)
                .mapToObj(number -> (ChangeOperation) added(2000 + number, TICKET))
                .toArray(ChangeOperation[]::new);
        assertThat(refusal(order, many)).isEqualTo(ChangeRefusals.TOO_MANY_POSITIONS);
    }

    @Test
    void fees_come_to_something_else_and_go() {
        OrderState order = withFee(order(line(1001, "23.00", null)), "10.00");
        assertThat(change(order, new ChangeFee(77, eur("11.90"))))
                .first()
                .isInstanceOfSatisfying(FeeChanged.class, changed -> {
                    assertThat(changed.fee().taxValue()).isEqualTo(eur("1.90"));
                    assertThat(changed.total()).isEqualTo(eur("34.90"));
                });
        assertThat(change(order, new CancelFee(77), new ChangeFee(77, eur("5.00"))))
                .first()
                .isEqualTo(new FeeCanceled(ID, 77, eur("23.00")));
        assertThat(refusal(order, new CancelFee(78))).isEqualTo(Refusal.notFound());
        assertThat(refusal(order, new ChangeFee(78, eur("1.00")))).isEqualTo(Refusal.notFound());
    }

    @Test
    void taxes_are_computed_anew_from_net_or_gross() {
        OrderState order = order(line(1001, "23.00", null));
        OrderState taxed = after(order, change(order, taxRule(1001, NORMAL)));
        festival.soldToVienna();
        assertThat(terms(after(taxed, change(taxed, new RecalculateTaxes(Keep.NET))))
                        .price())
                .isEqualTo(eur("19.33"));
        assertThat(terms(after(taxed, change(taxed, new RecalculateTaxes(Keep.GROSS))))
                        .taxValue())
                .isEqualTo(eur("0.00"));
        assertThat(refusalOf(outcome(FestivalOffer.withoutSalesToAustria(), taxed, new RecalculateTaxes(Keep.NET))))
                .isEqualTo(ChangeRefusals.NOT_SOLD_THERE);
    }

    @Test
    void a_paid_order_that_becomes_dearer_waits_for_the_rest() {
        OrderState paid = paid(line(1001, "23.00", null));
        assertThat(change(paid, price(1001, "30.00")))
                .extracting(Object::getClass)
                .containsExactly(
                        LineChanged.class, OrderMarkedPending.class, ExpiryChanged.class, ContentsChanged.class);
    }

    @Test
    void another_amount_to_pay_ends_the_newest_open_payment() {
        OrderState pending = stateAfter(eventsOf(place("23.00", false, "banktransfer")));
        assertThat(change(pending, price(1001, "30.00"))).contains(new PaymentCanceled(ID, 1));
        assertThat(change(pending, price(1001, "20.00"))).contains(new PaymentCanceled(ID, 1));
    }

    @Test
    void an_order_that_comes_to_cost_nothing_is_paid_by_nothing_and_keeps_its_open_payment() {
        OrderState pending = stateAfter(eventsOf(place("23.00", false, "banktransfer")));
        assertThat(change(pending, price(1001, "0.00")))
                .extracting(Object::getClass)
                .containsExactly(LineChanged.class, PaymentRecorded.class, OrderPaid.class, ContentsChanged.class);
    }

    @Test
    void an_expired_order_that_a_split_makes_free_needs_its_places_back() {
        OrderState late = expired(order(line(1001, "0.00", null), line(1002, "3.00", null)));
        assertThat(change(late, new SplitLine(1002))).hasAtLeastOneElementOfType(OrderPaid.class);
        festival.soldOut();
        assertThat(refusal(late, new SplitLine(1002))).isEqualTo(ChangeRefusals.FREE_BUT_SOLD_OUT);
    }

    @Test
    void what_is_split_off_takes_its_add_ons_and_the_money_that_is_not_needed_here() {
        OrderState paid = paid(line(1001, "20.00", null), line(1002, "3.00", 1001L), line(1003, "7.00", null));
        ChangedContents changed = done(paid, new SplitLine(1001));
        SplitOff split = changed.split();
        assertThat(split).isNotNull();
        assertThat(split.lines()).extracting(SplitOff.MovedLine::id).containsExactly(1001L, 1002L);
        assertThat(split.offset()).isEqualTo(eur("23.00"));
        assertThat(split.paid()).isTrue();
        List<OrderEvent> events = change(paid, new SplitLine(1001));
        assertThat(events)
                .startsWith(
                        new LineSplitOff(ID, 1001, OTHER, eur("10.00")), new LineSplitOff(ID, 1002, OTHER, eur("7.00")))
                .hasAtLeastOneElementOfType(RefundRecorded.class);
        OrderState rest = after(paid, events);
        assertThat(rest).isInstanceOf(Paid.class);
        assertThat(rest.contents().pending()).isEqualTo(eur("0.00"));
        assertThat(refusal(paid, new SplitLine(4711))).isEqualTo(Refusal.notFound());
    }

    @Test
    void what_is_split_off_an_unpaid_order_is_unpaid_and_charged_the_fees_too() {
        OrderState pending = withFee(order(line(1001, "20.00", null), line(1002, "3.00", null)), "2.00");
        SplitOff split = done(pending, new SplitLine(1002)).split();
        assertThat(split).isNotNull();
        assertThat(split.paid()).isFalse();
        assertThat(split.offset()).isEqualTo(eur("0.00"));
        assertThat(split.total()).isEqualTo(eur("5.00"));
        assertThat(after(pending, change(pending, new SplitLine(1002)))).isInstanceOf(Pending.class);
    }

    @Property(tries = 200)
    void the_total_is_the_sum_of_what_is_there_after_every_event(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 6) Integer> kinds,
            @ForAll @Size(min = 12, max = 12) List<@IntRange(max = 50) Integer> numbers) {
        OrderState state =
                withFee(paid(line(1001, "20.00", null), line(1002, "3.00", 1001L), line(1003, "7.00", null)), "2.00");
        for (int step = 0;
                step < kinds.size() && !state.contents().activeLines().isEmpty();
                step++) {
            ChangeOperation operation = operation(state, kinds.get(step), numbers.get(step), 1100 + step);
            if (outcome(festival, state, operation) instanceof Outcome.Accepted<OrderEvent, ChangedContents> accepted) {
                for (OrderEvent event : accepted.events()) {
                    state = OrderState.evolve(state, event);
                    assertThat(state.contents().total())
                            .isEqualTo(state.contents().sum());
                }
                OrderContents contents = state.contents();
                assertThat(state instanceof Paid && contents.pending().amount().signum() > 0)
                        .isFalse();
            }
        }
    }

    private static ChangeOperation operation(OrderState state, int kind, int number, long fresh) {
        List<Long> lines = state.contents().activeLines().stream().map(Line::id).toList();
        long line = lines.get(number % lines.size());
        return switch (kind) {
            case 0 -> new CancelLine(line);
            case 1 -> price(line, number + ".00");
            case 2 -> new SplitLine(line);
            case 3 -> added(fresh, TICKET);
            case 4 -> new ChangeFee(77, eur(number + ".50"));
            case 5 -> taxRule(line, number % 2 == 0 ? NORMAL : REDUCED);
            default -> new RecalculateTaxes(Keep.NET);
        };
    }

    private List<OrderEvent> change(OrderState state, ChangeOperation... operations) {
        return eventsOf(outcome(festival, state, operations));
    }

    private ChangedContents done(OrderState state, ChangeOperation... operations) {
        return switch (outcome(festival, state, operations)) {
            case Outcome.Accepted<OrderEvent, ChangedContents> accepted -> accepted.result();
            case Outcome.Refused<OrderEvent, ChangedContents> refused ->
                throw new AssertionError(refused.refusal().text());
        };
    }

    private @Nullable Refusal refusal(OrderState state, ChangeOperation... operations) {
        return refusalOf(outcome(festival, state, operations));
    }

    private static Outcome<OrderEvent, ChangedContents> outcome(
            FestivalOffer festival, OrderState state, ChangeOperation... operations) {
        ChangeOrder command = command(operations);
        ChangeFacts facts = festival.facts(state);
        ChangePlan plan = ChangeDecider.plan(state, command, facts);
        boolean asked = plan.takesPlaces() || plan.takesPlacesBack();
        return ChangeDecider.change(command, plan, facts, asked ? festival.unavailable : null);
    }

    private static ChangeOrder command(ChangeOperation... operations) {
        return new ChangeOrder(ID, List.of(operations), new SplitInto(OTHER, new OrderCode("OTHER")), 78, NOW, false);
    }

    private static OrderState order(OrderLine... lines) {
        return stateAfter(eventsOf(place(List.of(lines), false, null)));
    }

    private static OrderState paid(OrderLine... lines) {
        return stateAfter(eventsOf(place(List.of(lines), true, "manual")));
    }

    /** The order as if a fee had been there from the beginning. */
    private static OrderState withFee(OrderState state, String value) {
        OrderFee fee = new OrderFee(77, "service", eur(value), "", "", NORMAL, new BigDecimal("19.00"), eur("0.32"));
        OrderContents c = state.contents();
        Money total = c.total().plus(eur(value));
        OrderContents with = new OrderContents(
                c.id(),
                c.code(),
                c.organizer(),
                c.event(),
                c.testmode(),
                c.requireApproval(),
                c.validIfPending(),
                c.salesChannel(),
                c.expires(),
                c.lines(),
                List.of(fee),
                c.payments(),
                c.refunds(),
                total,
                c.invoices());
        return new Pending(with);
    }

    private static LineTerms terms(OrderState state) {
        return state.contents().lines().getFirst().terms();
    }

    private static AddLine added(long id, long item) {
        return new AddLine(newLine(id, item, null, null, null, null));
    }

    private static NewLine newLine(
            long id,
            long item,
            @Nullable Long variation,
            @Nullable Money price,
            @Nullable Long addonTo,
            @Nullable String seat) {
        Personal<Attendee> nobody = Personal.of(SubjectId.of("position", id), Attendee.unknown());
        return new NewLine(id, item, variation, null, price, addonTo, seat, nobody, null, null);
    }

    private static LinePatch patch(Patch<Long> item, Patch<Long> variation) {
        return new LinePatch(
                item,
                variation,
                NO_PATCH.subevent(),
                NO_PATCH.seat(),
                NO_PATCH.price(),
                NO_PATCH.taxRule(),
                NO_PATCH.validFrom(),
                NO_PATCH.validUntil());
    }

    private static AlterLine price(long line, String price) {
        return altered(line, Patch.none(), Patch.to(eur(price)), Patch.none(), Patch.none());
    }

    private static AlterLine taxRule(long line, @Nullable Long rule) {
        return altered(line, Patch.none(), Patch.none(), Patch.to(rule), Patch.none());
    }

    private static AlterLine seat(long line, @Nullable String guid) {
        return altered(line, Patch.to(guid), Patch.none(), Patch.none(), Patch.none());
    }

    private static AlterLine validFrom(long line, @Nullable Instant from) {
        return altered(line, Patch.none(), Patch.none(), Patch.none(), Patch.to(from));
    }

    private static AlterLine altered(
            long line, Patch<String> seat, Patch<Money> price, Patch<Long> rule, Patch<Instant> from) {
        return new AlterLine(
                line, new LinePatch(Patch.none(), Patch.none(), Patch.none(), seat, price, rule, from, Patch.none()));
    }
}
