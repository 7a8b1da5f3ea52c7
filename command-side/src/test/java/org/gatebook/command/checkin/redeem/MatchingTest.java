package org.gatebook.command.checkin.redeem;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.offer.CheckinList;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.ticket.DoorQuery.TicketAtDoor;
import org.gatebook.api.ticket.OrderStanding;
import org.gatebook.api.ticket.Scan.Direction;
import org.gatebook.api.ticket.TicketId;
import org.gatebook.catalogue.checkin.CheckinListPlaces.PlacedList;
import org.gatebook.command.checkin.redeem.Matching.Ambiguous;
import org.gatebook.command.checkin.redeem.Matching.One;
import org.junit.jupiter.api.Test;

/** A code may mean a ticket and what was added to it (behaviour notes, check-in 4.4, matching 5). */
class MatchingTest {

    private static final EventSlug FAIR = new EventSlug("fair");
    private static final EventSlug GALA = new EventSlug("gala");
    private static final long TICKET = 1;
    private static final long WORKSHOP = 2;
    private static final long DINNER = 3;

    private final TicketAtDoor main = ticket(100, FAIR, TICKET);
    private final TicketAtDoor workshop = ticket(101, FAIR, WORKSHOP);
    private final TicketAtDoor dinner = ticket(102, FAIR, DINNER);

    @Test
    void a_single_ticket_is_meant_whatever_the_list_is_for() {
        assertThat(Matching.of(List.of(main), at(list(FAIR, WORKSHOP)))).isEqualTo(new One(main));
    }

    @Test
    void of_several_the_one_that_its_list_accepts_is_meant() {
        List<TicketAtDoor> found = List.of(main, workshop, dinner);
        assertThat(Matching.of(found, at(list(FAIR, WORKSHOP)))).isEqualTo(new One(workshop));
        assertThat(Matching.of(found, at(list(FAIR, DINNER)))).isEqualTo(new One(dinner));
    }

    @Test
    void where_the_list_accepts_none_the_main_ticket_is_to_be_refused() {
        assertThat(Matching.of(List.of(main, workshop), at(list(FAIR, DINNER)))).isEqualTo(new One(main));
    }

    @Test
    void where_the_list_accepts_several_nobody_knows_which_not_even_by_force() {
        assertThat(Matching.of(List.of(main, workshop, dinner), at(list(FAIR, WORKSHOP, DINNER))))
                .isEqualTo(new Ambiguous(main));
    }

    @Test
    void each_ticket_is_held_to_the_list_of_its_own_event() {
        TicketAtDoor elsewhere = ticket(200, GALA, WORKSHOP);
        Attempt attempt = at(list(FAIR, TICKET), list(GALA, DINNER));
        assertThat(Matching.of(List.of(elsewhere, main), attempt)).isEqualTo(new One(main));
    }

    private static TicketAtDoor ticket(long number, EventSlug event, long item) {
        return new TicketAtDoor(
                new TicketId(number),
                new OrderId(9),
                event,
                item,
                null,
                null,
                "secret",
                new OrderStanding(OrderStanding.Status.PAID, false, false),
                false,
                null,
                Set.of(),
                null);
    }

    private static PlacedList list(EventSlug event, Long... items) {
        CheckinList list = new CheckinList(
                7, "Door", false, Set.of(items), null, false, false, true, Map.of(), null, true, Set.of());
        return new PlacedList(
                new EventOffer(
                        new OrganizerSlug("acme"),
                        event,
                        1,
                        null,
                        null,
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        Map.of(7L, list),
                        Map.of()),
                list);
    }

    private static Attempt at(PlacedList... lists) {
        return new Attempt(
                List.of(lists),
                "secret",
                null,
                false,
                false,
                "barcode",
                Direction.ENTRY,
                Instant.EPOCH,
                true,
                false,
                null,
                true,
                true,
                Map.of());
    }
}
