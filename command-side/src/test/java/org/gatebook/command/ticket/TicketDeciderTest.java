package org.gatebook.command.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.decision.Outcome;
import org.gatebook.api.offer.CheckinList;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.personal.Personal;
import org.gatebook.api.ticket.Door;
import org.gatebook.api.ticket.IssuedTicket;
import org.gatebook.api.ticket.OrderStanding;
import org.gatebook.api.ticket.OrderStanding.Status;
import org.gatebook.api.ticket.Scan;
import org.gatebook.api.ticket.Scan.Direction;
import org.gatebook.api.ticket.TicketCommand.Admission;
import org.gatebook.api.ticket.TicketCommand.EraseTicket;
import org.gatebook.api.ticket.TicketCommand.ScanTicket;
import org.gatebook.api.ticket.TicketEvent;
import org.gatebook.api.ticket.TicketEvent.TicketBlocksChanged;
import org.gatebook.api.ticket.TicketEvent.TicketErased;
import org.gatebook.api.ticket.TicketEvent.TicketIssued;
import org.gatebook.api.ticket.TicketEvent.TicketScanRefused;
import org.gatebook.api.ticket.TicketEvent.TicketScanned;
import org.gatebook.api.ticket.TicketId;
import org.gatebook.api.ticket.TicketRefusals;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TicketDeciderTest {

    private static final TicketId ID = new TicketId(1001);
    private static final OrderId ORDER = new OrderId(17);
    private static final Instant NOON = Instant.parse("2030-05-01T12:00:00Z");
    private static final Door.Occasion OCCASION = new Door.Occasion(NOON, null, null, ZoneOffset.UTC);
    private static final OrderStanding PAID = new OrderStanding(Status.PAID, false, false);
    private static final OrderStanding PENDING = new OrderStanding(Status.PENDING, false, false);

    @Test
    void the_first_entry_is_ok_and_the_second_is_already_redeemed() {
        TicketState ticket = ticket();
        Outcome<TicketEvent, Admission> first = scan(ticket, entry(1, NOON, null), door(PAID));
        assertThat(first).isInstanceOf(Outcome.Accepted.class);
        TicketState inside = after(ticket, first);
        assertThat(reasonOf(scan(inside, entry(2, NOON.plusSeconds(60), null), door(PAID))))
                .isEqualTo("already_redeemed");
    }

    @Test
    void lists_do_not_know_of_each_other() {
        TicketState inside = after(ticket(), scan(ticket(), entry(1, NOON, null), door(PAID)));
        Scan other = new Scan(2, 8, Direction.ENTRY, NOON, null, null, null, null, "barcode", false, false, false);
        CheckinList backDoor =
                new CheckinList(8, "Back", true, Set.of(), null, false, false, true, Map.of(), null, false, Set.of());
        assertThat(scan(inside, other, door(backDoor, PAID, false))).isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    void who_has_left_may_come_back_unless_the_list_forbids_it() {
        TicketState inside = after(ticket(), scan(ticket(), entry(1, NOON, null), door(PAID)));
        TicketState outside = after(inside, scan(inside, exit(2, NOON.plusSeconds(60)), door(PAID)));
        Scan back = entry(3, NOON.plusSeconds(120), null);
        assertThat(scan(outside, back, door(PAID))).isInstanceOf(Outcome.Accepted.class);
        assertThat(reasonOf(scan(outside, back, door(list(false, false, false), PAID, false))))
                .isEqualTo("already_redeemed");
    }

    @Test
    void an_exit_without_entry_is_recorded_and_an_entry_after_it_is_ok() {
        TicketState outside = after(ticket(), scan(ticket(), exit(1, NOON), door(PAID)));
        assertThat(scan(outside, entry(2, NOON.plusSeconds(1), null), door(list(false, false, false), PAID, false)))
                .isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    void a_pending_order_is_unpaid_unless_list_and_device_let_it_in_or_it_is_valid_while_pending() {
        assertThat(reasonOf(scan(ticket(), entry(1, NOON, null), door(PENDING))))
                .isEqualTo("unpaid");
        Door open = new Door(list(true, true, false), PENDING, false, true, false, OCCASION, NOON);
        assertThat(scan(ticket(), entry(1, NOON, null), open)).isInstanceOf(Outcome.Accepted.class);
        assertThat(scan(ticket(), entry(1, NOON, null), door(new OrderStanding(Status.PENDING, false, true))))
                .isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    void product_comes_before_unpaid_and_cancelled_before_everything() {
        Door wrong = door(list(false, true, true), PENDING, false);
        assertThat(reasonOf(scan(ticket(), entry(1, NOON, null), wrong))).isEqualTo("product");
        Door canceled = door(list(false, true, true), new OrderStanding(Status.CANCELED, false, false), false);
        assertThat(reasonOf(scan(ticket(), entry(1, NOON, null), canceled))).isEqualTo("canceled");
    }

    @Test
    void a_blocked_ticket_is_refused_and_says_so() {
        TicketState blocked = TicketState.evolve(ticket(), new TicketBlocksChanged(ID, ORDER, List.of("api:x")));
        assertThat(reasonOf(scan(blocked, entry(1, NOON, null), door(PAID)))).isEqualTo("blocked");
    }

    @Test
    void a_ticket_opens_only_in_its_time_and_an_exit_always() {
        TicketState later = ticket(NOON.plusSeconds(3600), null);
        Outcome<TicketEvent, Admission> early = scan(later, entry(1, NOON, null), door(PAID));
        assertThat(reasonOf(early)).isEqualTo("invalid_time");
        assertThat(((Outcome.Refused<TicketEvent, Admission>) early).refusal().text())
                .isEqualTo("This ticket is only valid after 2030-05-01 13:00.");
        assertThat(scan(later, exit(1, NOON), door(PAID))).isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    void a_refused_scan_is_a_fact_too() {
        Outcome<TicketEvent, Admission> refused = scan(ticket(), entry(1, NOON, null), door(PENDING));
        assertThat(((Outcome.Refused<TicketEvent, Admission>) refused).eventsKept())
                .singleElement()
                .isInstanceOf(TicketScanRefused.class);
    }

    @Test
    void open_questions_leave_no_trace_and_do_not_stop_an_exit() {
        Door asks = new Door(list(false, true, false), PAID, false, false, true, OCCASION, NOON);
        Outcome<TicketEvent, Admission> outcome = scan(ticket(), entry(1, NOON, null), asks);
        assertThat(reasonOf(outcome)).isEqualTo("incomplete");
        assertThat(((Outcome.Refused<TicketEvent, Admission>) outcome).eventsKept())
                .isEmpty();
        assertThat(scan(ticket(), exit(1, NOON), asks)).isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    void the_same_nonce_is_ok_again_and_nothing_new() {
        TicketState inside = after(ticket(), scan(ticket(), entry(1, NOON, "n"), door(PAID)));
        Outcome<TicketEvent, Admission> again = scan(inside, entry(2, NOON.plusSeconds(5), "n"), door(PAID));
        assertThat(((Outcome.Accepted<TicketEvent, Admission>) again).result()).isEqualTo(Admission.KNOWN);
        assertThat(((Outcome.Accepted<TicketEvent, Admission>) again).events()).isEmpty();
    }

    @Test
    void force_overrides_and_says_so_only_where_it_made_a_difference() {
        Door insisting = door(list(false, true, false), PENDING, true);
        Outcome<TicketEvent, Admission> forced = scan(ticket(), entry(1, NOON, null), insisting);
        assertThat(scanOf(forced).forced()).isTrue();
        Door needless = door(list(false, true, false), PAID, true);
        assertThat(scanOf(scan(ticket(), entry(1, NOON, null), needless)).forced())
                .isFalse();
    }

    private static Scan scanOf(Outcome<TicketEvent, Admission> outcome) {
        TicketEvent event =
                ((Outcome.Accepted<TicketEvent, Admission>) outcome).events().getFirst();
        return ((TicketScanned) event).scan();
    }

    private static @Nullable String reasonOf(Outcome<TicketEvent, Admission> outcome) {
        return outcome instanceof Outcome.Refused<TicketEvent, Admission> refused
                ? refused.refusal().code()
                : null;
    }

    private static TicketState after(TicketState before, Outcome<TicketEvent, Admission> outcome) {
        TicketState state = before;
        for (TicketEvent event : ((Outcome.Accepted<TicketEvent, Admission>) outcome).events()) {
            state = TicketState.evolve(state, event);
        }
        return state;
    }

    private static Outcome<TicketEvent, Admission> scan(TicketState state, Scan scan, Door door) {
        return TicketDecider.scan(state, new ScanTicket(ID, scan, door, Personal.bearer(ID.subject(), "secret")));
    }

    private static Scan entry(long id, Instant at, @Nullable String nonce) {
        return new Scan(id, 7, Direction.ENTRY, at, null, null, null, nonce, "barcode", false, false, false);
    }

    private static Scan exit(long id, Instant at) {
        return new Scan(id, 7, Direction.EXIT, at, null, null, null, null, "barcode", false, false, false);
    }

    private static Door door(OrderStanding standing) {
        return door(list(false, true, false), standing, false);
    }

    private static Door door(CheckinList list, OrderStanding standing, boolean force) {
        return new Door(list, standing, force, false, false, OCCASION, NOON);
    }

    private static CheckinList list(boolean pending, boolean reentry, boolean otherProduct) {
        return new CheckinList(
                7,
                "Main door",
                !otherProduct,
                otherProduct ? Set.of(99L) : Set.of(),
                null,
                pending,
                false,
                reentry,
                Map.of(),
                null,
                false,
                Set.of());
    }

    @Test
    void a_ticket_says_that_its_people_were_erased_if_there_is_one() {
        EraseTicket erase = new EraseTicket(ID, 5001);
        assertThat(TicketDecider.erase(ticket(), erase))
                .isEqualTo(Outcome.accepted(ID, List.of(new TicketErased(ID, ORDER, 5001))));
        assertThat(TicketDecider.erase(null, erase)).isEqualTo(Outcome.refused(TicketRefusals.UNKNOWN));
    }

    private static TicketState ticket() {
        return ticket(null, null);
    }

    private static TicketState ticket(@Nullable Instant from, @Nullable Instant until) {
        return TicketState.evolve(
                null,
                new TicketIssued(new IssuedTicket(
                        ID,
                        ORDER,
                        new OrganizerSlug("o"),
                        new EventSlug("e"),
                        1,
                        5,
                        null,
                        null,
                        null,
                        Personal.bearer(ID.subject(), "secret"),
                        Personal.bearer(ID.subject(), "PSEUDO"),
                        from,
                        until)));
    }
}
