package org.gatebook.command.order.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatebook.command.order.usage.SmallOffer.DATE;
import static org.gatebook.command.order.usage.SmallOffer.EVENING;
import static org.gatebook.command.order.usage.SmallOffer.MORNING;
import static org.gatebook.command.order.usage.SmallOffer.TICKET;
import static org.gatebook.command.order.usage.SmallOffer.WORKSHOP;
import static org.gatebook.command.order.usage.SmallOffer.ticket;
import static org.gatebook.command.order.usage.SmallOffer.workshop;

import java.util.Arrays;
import java.util.List;
import org.gatebook.api.decision.Refusal;
import org.gatebook.catalogue.usage.Counted;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Behaviour notes, orders 7.7, 9, 12.3 and 17.2. */
class PlacesTest {

    private static final String NOT_ENOUGH =
            "There is not enough quota available on quota \"quota %d\" to perform the operation.";

    private final StagedCounters counters = new StagedCounters();
    private final Places places = new Places(counters);

    private List<@Nullable String> place(SmallOffer offer, List<Product> credited, Product... wanted) {
        return texts(places.toPlace(
                offer.build(),
                Arrays.stream(wanted).map(p -> new WantedPlace(p, false)).toList(),
                credited,
                "en"));
    }

    private static List<@Nullable String> texts(List<@Nullable Refusal> refusals) {
        return refusals.stream()
                .map(refusal -> refusal == null ? null : refusal.text())
                .toList();
    }

    private void used(long quota, long places) {
        counters.stored.put(Counted.quota(quota), places);
    }

    @Test
    void the_first_of_two_positions_gets_the_last_place() {
        used(11, 4);

        assertThat(place(new SmallOffer().quota(11, 5, TICKET), List.of(), ticket(), ticket()))
                .containsExactly(null, NOT_ENOUGH.formatted(11));
    }

    @Test
    void every_quota_of_a_product_must_have_room_and_the_last_one_is_named() {
        SmallOffer offer = new SmallOffer()
                .quota(11, 0, TICKET)
                .quota(12, 5, TICKET)
                .quota(13, 0, TICKET)
                .quota(14, null, TICKET);

        assertThat(place(offer, List.of(), ticket())).containsExactly(NOT_ENOUGH.formatted(13));
    }

    @Test
    void a_product_outside_all_quotas_has_no_place() {
        assertThat(place(new SmallOffer().quota(11, 5, TICKET, WORKSHOP, MORNING), List.of(), workshop(EVENING)))
                .containsExactly("The product \"Workshop\" is not assigned to a quota.");
    }

    @Test
    void a_quota_is_for_one_date() {
        SmallOffer offer = new SmallOffer().dated(11, 5, DATE, TICKET);

        assertThat(place(offer, List.of(), new Product(TICKET, null, DATE))).containsOnlyNulls();
        assertThat(place(offer, List.of(), ticket()))
                .containsExactly("The product \"Ticket\" is not assigned to a quota.");
    }

    @Test
    void what_is_not_sold_on_a_date_has_no_place() {
        SmallOffer offer = new SmallOffer()
                .dated(11, 5, DATE, TICKET, EVENING)
                .disabled(TICKET)
                .disabled(EVENING);

        assertThat(place(offer, List.of(), new Product(TICKET, null, DATE), new Product(WORKSHOP, EVENING, DATE)))
                .containsExactly(
                        "The product \"Ticket\" is not available on this date.",
                        "The product \"Workshop\" is not available on this date.");
    }

    @Test
    void a_closed_quota_sells_nothing_and_one_without_size_everything() {
        assertThat(place(new SmallOffer().closed(11, 100, TICKET), List.of(), ticket()))
                .containsExactly(NOT_ENOUGH.formatted(11));
        assertThat(place(new SmallOffer().quota(11, null, TICKET), List.of(), ticket()))
                .containsOnlyNulls();
    }

    @Test
    void consumed_carts_bring_their_places_along_even_into_a_full_quota() {
        used(11, 5);

        assertThat(place(new SmallOffer().quota(11, 5, TICKET), List.of(ticket()), ticket(), ticket()))
                .containsExactly(null, NOT_ENOUGH.formatted(11));
    }

    @Test
    void a_voucher_outside_quotas_takes_no_room_from_the_other_positions() {
        used(11, 4);
        var offer = new SmallOffer().quota(11, 5, TICKET).build();

        assertThat(places.toPlace(
                        offer,
                        List.of(new WantedPlace(ticket(), true), new WantedPlace(ticket(), false)),
                        List.of(),
                        "en"))
                .containsOnlyNulls();
        assertThat(counters.limits).containsEntry(Counted.quota(11), 6L);
    }

    @Test
    void a_decision_reaches_no_further_than_what_is_left() {
        used(11, 3);
        used(12, 9);

        place(new SmallOffer().quota(11, 5, TICKET).quota(12, 8, TICKET).quota(13, null, TICKET), List.of(), ticket());

        assertThat(counters.limits).containsEntry(Counted.quota(11), 5L).containsEntry(Counted.quota(12), 9L);
        assertThat(counters.limits).doesNotContainKey(Counted.quota(13));
    }

    private static HeldLine line(Product product) {
        return new HeldLine(product, null, null, null);
    }

    @Test
    void what_a_change_gives_up_it_may_take_again() {
        used(11, 2);
        var offer = new SmallOffer().quota(11, 2, TICKET, MORNING).build();
        Holdings before = Holdings.ofValid(List.of(line(ticket()), line(ticket())));

        assertThat(places.toChange(offer, before, Holdings.ofValid(List.of(line(ticket()), line(workshop(MORNING))))))
                .isNull();
        assertThat(places.toChange(
                        offer,
                        before,
                        Holdings.ofValid(List.of(line(ticket()), line(ticket()), line(workshop(MORNING))))))
                .extracting(Refusal::text)
                .isEqualTo("The quota quota 11 does not have enough capacity left to perform the operation.");
    }

    @Test
    void an_order_returns_only_if_all_its_positions_have_room() {
        used(11, 4);
        used(12, 5);
        var offer = new SmallOffer().quota(11, 5, TICKET).quota(12, 5, MORNING).build();

        assertThat(places.toReturn(offer, List.of(line(ticket())), "en")).isNull();
        assertThat(places.toReturn(offer, List.of(line(ticket()), line(ticket())), "en"))
                .extracting(Refusal::text)
                .isEqualTo("The ordered product \"Ticket\" is no longer available.");
        assertThat(places.toReturn(offer, List.of(line(workshop(MORNING))), "en"))
                .extracting(Refusal::text)
                .isEqualTo("The ordered product \"Workshop - Morning\" is no longer available.");
        assertThat(places.toReturn(offer, List.of(line(workshop(EVENING))), "en"))
                .extracting(Refusal::text)
                .isEqualTo("The ordered product \"Workshop - Evening\" is no longer available.");
    }
}
