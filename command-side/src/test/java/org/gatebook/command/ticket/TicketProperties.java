package org.gatebook.command.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.decision.Outcome;
import org.gatebook.api.offer.CheckinList;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.personal.Personal;
import org.gatebook.api.ticket.Door;
import org.gatebook.api.ticket.IssuedTicket;
import org.gatebook.api.ticket.OrderStanding;
import org.gatebook.api.ticket.Scan;
import org.gatebook.api.ticket.Scan.Direction;
import org.gatebook.api.ticket.TicketCommand.Admission;
import org.gatebook.api.ticket.TicketCommand.ScanTicket;
import org.gatebook.api.ticket.TicketEvent;
import org.gatebook.api.ticket.TicketEvent.TicketIssued;
import org.gatebook.api.ticket.TicketId;

/** Whatever is scanned in whatever order: nobody is inside twice, and nothing is recorded twice. */
class TicketProperties {

    private static final TicketId ID = new TicketId(1001);
    private static final Instant NOON = Instant.parse("2030-05-01T12:00:00Z");

    /** @param nonce 0 for none */
    record Attempt(Direction direction, int nonce, long device) {}

    @Provide
    Arbitrary<List<Attempt>> attempts() {
        return Combinators.combine(
                        Arbitraries.of(Direction.class),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.longs().between(1, 2))
                .as(Attempt::new)
                .list()
                .ofMaxSize(12);
    }

    @Property(tries = 300)
    void without_re_entry_a_ticket_enters_once(@ForAll("attempts") List<Attempt> attempts) {
        TicketState state = scanned(attempts, false, false);
        assertThat(state.scans()).filteredOn(s -> s.type() == Direction.ENTRY).hasSizeLessThanOrEqualTo(1);
    }

    @Property(tries = 300)
    void with_re_entry_an_exit_lies_between_two_entries(@ForAll("attempts") List<Attempt> attempts) {
        TicketState state = scanned(attempts, true, false);
        for (int i = 1; i < state.scans().size(); i++) {
            assertThat(List.of(
                            state.scans().get(i - 1).type(),
                            state.scans().get(i).type()))
                    .isNotEqualTo(List.of(Direction.ENTRY, Direction.ENTRY));
        }
    }

    @Property(tries = 300)
    void a_nonce_of_a_device_is_recorded_once_for_each_direction(@ForAll("attempts") List<Attempt> attempts) {
        TicketState state = scanned(attempts, true, true);
        List<String> keys = state.scans().stream()
                .filter(s -> s.nonce() != null)
                .map(s -> s.device() + "/" + s.type() + "/" + s.nonce())
                .toList();
        assertThat(keys).doesNotHaveDuplicates();
    }

    private static TicketState scanned(List<Attempt> attempts, boolean reentry, boolean multiple) {
        CheckinList list = new CheckinList(
                7, "Main", true, Set.of(), null, false, multiple, reentry, Map.of(), null, false, Set.of());
        Door door = new Door(
                list,
                new OrderStanding(OrderStanding.Status.PAID, false, false),
                false,
                false,
                false,
                new Door.Occasion(NOON, null, null, ZoneOffset.UTC),
                NOON);
        TicketState state = TicketState.evolve(null, issued());
        for (int i = 0; i < attempts.size(); i++) {
            Attempt attempt = attempts.get(i);
            Scan scan = new Scan(
                    i + 1,
                    7,
                    attempt.direction(),
                    NOON.plusSeconds(i),
                    attempt.device(),
                    attempt.device(),
                    null,
                    attempt.nonce() == 0 ? null : "n" + attempt.nonce(),
                    "barcode",
                    false,
                    false,
                    false);
            Outcome<TicketEvent, Admission> outcome =
                    TicketDecider.scan(state, new ScanTicket(ID, scan, door, Personal.bearer(ID.subject(), "secret")));
            List<TicketEvent> events = switch (outcome) {
                case Outcome.Accepted<TicketEvent, Admission> accepted -> accepted.events();
                case Outcome.Refused<TicketEvent, Admission> refused -> refused.eventsKept();
            };
            for (TicketEvent event : events) {
                state = TicketState.evolve(state, event);
            }
        }
        return state;
    }

    private static TicketIssued issued() {
        return new TicketIssued(new IssuedTicket(
                ID,
                new OrderId(17),
                new OrganizerSlug("o"),
                new EventSlug("e"),
                1,
                5,
                null,
                null,
                null,
                Personal.bearer(ID.subject(), "secret"),
                Personal.bearer(ID.subject(), "PSEUDO"),
                null,
                null));
    }
}
