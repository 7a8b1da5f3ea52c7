package org.gatebook.command.order.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatebook.command.order.usage.SmallOffer.DATE;
import static org.gatebook.command.order.usage.SmallOffer.EVENING;
import static org.gatebook.command.order.usage.SmallOffer.MORNING;
import static org.gatebook.command.order.usage.SmallOffer.TICKET;
import static org.gatebook.command.order.usage.SmallOffer.WORKSHOP;
import static org.gatebook.command.order.usage.SmallOffer.ticket;
import static org.gatebook.command.order.usage.SmallOffer.workshop;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.decision.Refusal;
import org.gatebook.api.money.Money;
import org.gatebook.api.offer.Seat;
import org.gatebook.api.offer.Seats;
import org.gatebook.api.offer.Voucher;
import org.gatebook.api.offer.Vouchers;
import org.gatebook.catalogue.usage.Counted;
import org.gatebook.catalogue.usage.Reserved.Reason;
import org.gatebook.eventstore.test.Blank;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/**
 * Behaviour notes, orders 7.7, 9 to 11, 12.3 and 17.2.
 *
 * <p>Long: each rule of counting places, on one festival.
 */
class PlacesTest {

    private static final Instant NOW = Instant.parse("2030-05-01T10:00:00Z");
    private static final String NOT_ENOUGH =
            "There is not enough quota available on quota \"quota %d\" to perform the operation.";

    private final StagedCounters counters = new StagedCounters();
    private final Kept kept = new Kept(counters);
    private final Map<Long, Seat> seats = new HashMap<>();
    private final Map<Long, Voucher> vouchers = new HashMap<>();
    private final Places places = places();

    private Places places() {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("seats", new Seats() {
            @Override
            public List<Seat> byGuid(OrganizerSlug organizer, EventSlug event, Collection<String> guids) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Map<Long, Seat> byId(OrganizerSlug organizer, EventSlug event, Collection<Long> ids) {
                return chosen(seats, ids);
            }
        });
        beans.addBean("vouchers", new Vouchers() {
            @Override
            public Map<String, Voucher> byCode(OrganizerSlug organizer, EventSlug event, Collection<String> codes) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Map<Long, Voucher> byId(OrganizerSlug organizer, EventSlug event, Collection<Long> ids) {
                return chosen(vouchers, ids);
            }
        });
        return new Places(kept, counters, beans.getBeanProvider(Vouchers.class), beans.getBeanProvider(Seats.class));
    }

    private static <T> Map<Long, T> chosen(Map<Long, T> all, Collection<Long> ids) {
        Map<Long, T> chosen = new HashMap<>(all);
        chosen.keySet().retainAll(ids);
        return chosen;
    }

    private Seat seat(long id) {
        Seat seat =
                Blank.of(Seat.class).with("id", id).with("name", "Seat " + id).make();
        seats.put(id, seat);
        return seat;
    }

    private Voucher voucher(long id, int uses) {
        return kept(
                Blank.of(Voucher.class).with("id", id).with("code", "CODE" + id).with("maxUsages", uses));
    }

    private Voucher kept(Blank<Voucher> voucher) {
        Voucher made = voucher.make();
        vouchers.put(made.id(), made);
        return made;
    }

    private void used(long quota, long places) {
        counters.stored.put(Counted.quota(quota), places);
    }

    private Room room(SmallOffer offer, WantedPlace... wanted) {
        return places.forNew(offer.build(), List.of(wanted), List.of(), false, NOW);
    }

    private List<@Nullable String> place(SmallOffer offer, Product... wanted) {
        return texts(room(
                        offer,
                        Arrays.stream(wanted)
                                .map(product -> new WantedPlace(product, null, null))
                                .toArray(WantedPlace[]::new))
                .places("en"));
    }

    private static List<@Nullable String> texts(List<@Nullable Refusal> refusals) {
        return refusals.stream().map(PlacesTest::text).toList();
    }

    private static @Nullable String text(@Nullable Refusal refusal) {
        return refusal == null ? null : refusal.text();
    }

    private static HeldLine line(Product product) {
        return new HeldLine(product, null, null, null);
    }

    private static Money euros(String amount) {
        return Money.of(new BigDecimal(amount), "EUR");
    }

    @Nested
    class Places_of_quotas {

        @Test
        void the_first_of_two_positions_gets_the_last_place() {
            used(11, 4);

            assertThat(place(new SmallOffer().quota(11, 5, TICKET), ticket(), ticket()))
                    .containsExactly(null, NOT_ENOUGH.formatted(11));
        }

        @Test
        void every_quota_of_a_product_must_have_room_and_the_last_one_is_named() {
            SmallOffer offer = new SmallOffer()
                    .quota(11, 0, TICKET)
                    .quota(12, 5, TICKET)
                    .quota(13, 0, TICKET)
                    .quota(14, null, TICKET);

            assertThat(place(offer, ticket())).containsExactly(NOT_ENOUGH.formatted(13));
        }

        @Test
        void a_product_outside_all_quotas_has_no_place() {
            assertThat(place(new SmallOffer().quota(11, 5, TICKET, WORKSHOP, MORNING), workshop(EVENING)))
                    .containsExactly("The product \"Workshop\" is not assigned to a quota.");
        }

        @Test
        void a_quota_is_for_one_date() {
            SmallOffer offer = new SmallOffer().dated(11, 5, DATE, TICKET);

            assertThat(place(offer, new Product(TICKET, null, DATE))).containsOnlyNulls();
            assertThat(place(offer, ticket())).containsExactly("The product \"Ticket\" is not assigned to a quota.");
        }

        @Test
        void what_is_not_sold_on_a_date_has_no_place() {
            SmallOffer offer = new SmallOffer()
                    .dated(11, 5, DATE, TICKET, EVENING)
                    .disabled(TICKET)
                    .disabled(EVENING);

            assertThat(place(offer, new Product(TICKET, null, DATE), new Product(WORKSHOP, EVENING, DATE)))
                    .containsExactly(
                            "The product \"Ticket\" is not available on this date.",
                            "The product \"Workshop\" is not available on this date.");
        }

        @Test
        void a_closed_quota_sells_nothing_and_one_without_size_everything() {
            assertThat(place(new SmallOffer().closed(11, 100, TICKET), ticket()))
                    .containsExactly(NOT_ENOUGH.formatted(11));
            assertThat(place(new SmallOffer().quota(11, null, TICKET), ticket()))
                    .containsOnlyNulls();
        }

        @Test
        void vouchers_carts_and_the_waiting_list_come_before_a_new_order() {
            used(11, 1);
            kept.tickets(Reason.VOUCHER, 1);
            kept.tickets(Reason.CART, 1);
            kept.tickets(Reason.WAITING_LIST, 1);

            assertThat(place(new SmallOffer().quota(11, 5, TICKET), ticket(), ticket()))
                    .containsExactly(null, NOT_ENOUGH.formatted(11));
        }

        @Test
        void consumed_carts_bring_their_places_along_even_into_a_full_quota() {
            used(11, 5);
            kept.tickets(Reason.CONSUMED_CART, 1);

            assertThat(place(new SmallOffer().quota(11, 5, TICKET), ticket(), ticket()))
                    .containsExactly(null, NOT_ENOUGH.formatted(11));
        }

        @Test
        void a_voucher_outside_quotas_takes_no_room_from_the_other_positions() {
            used(11, 4);
            Voucher blocking = kept(Blank.of(Voucher.class).with("blockQuota", true));
            Voucher ignoring = kept(Blank.of(Voucher.class).with("ignoreQuota", true));

            assertThat(room(
                                    new SmallOffer().quota(11, 5, TICKET),
                                    new WantedPlace(ticket(), blocking, null),
                                    new WantedPlace(ticket(), ignoring, null),
                                    new WantedPlace(ticket(), null, null))
                            .places("en"))
                    .containsOnlyNulls();
            assertThat(counters.limits).containsEntry(Counted.quota(11), 7L);
        }

        @Test
        void a_decision_reaches_no_further_than_what_is_left() {
            used(11, 3);
            used(12, 9);

            place(new SmallOffer().quota(11, 5, TICKET).quota(12, 8, TICKET).quota(13, null, TICKET), ticket());

            assertThat(counters.limits)
                    .containsOnlyKeys(Counted.quota(11), Counted.quota(12))
                    .containsEntry(Counted.quota(11), 5L)
                    .containsEntry(Counted.quota(12), 9L);
        }

        @Test
        void who_has_left_gives_the_place_back_but_stays_counted() {
            used(11, 5);
            kept.exited.put(11L, 1L);

            assertThat(place(new SmallOffer().quota(11, 5, TICKET), ticket(), ticket()))
                    .containsExactly(null, NOT_ENOUGH.formatted(11));
            assertThat(counters.limits).containsEntry(Counted.quota(11), 6L);
        }

        @Test
        void who_forces_is_limited_by_no_quota() {
            places.forNew(
                    new SmallOffer().quota(11, 0, TICKET).build(),
                    List.of(new WantedPlace(ticket(), null, null)),
                    List.of(),
                    true,
                    NOW);

            assertThat(counters.limits).isEmpty();
        }
    }

    @Nested
    class Vouchers_and_seats {

        private final SmallOffer offer = new SmallOffer().quota(11, 5, TICKET);

        @Test
        void a_voucher_is_used_up_by_orders_by_carts_and_by_earlier_positions() {
            Voucher voucher = voucher(71, 4);
            counters.stored.put(Counted.voucher(71), 1L);
            kept.voucherCarts.put(71L, 1L);
            Room room = room(offer, new WantedPlace(ticket(), voucher, null));

            assertThat(room.redeem(voucher)).isNull();
            assertThat(room.redeem(voucher)).isNull();
            assertThat(text(room.redeem(voucher)))
                    .isEqualTo("The voucher has already been used the maximum number of times.");
            assertThat(counters.limits).containsEntry(Counted.voucher(71), 3L);
        }

        @Test
        void the_last_of_a_budget_makes_a_smaller_discount_and_then_there_is_none() {
            Voucher voucher = kept(Blank.of(Voucher.class)
                    .with("id", 71L)
                    .with("maxUsages", 9)
                    .with("budget", new BigDecimal("5.00")));
            counters.stored.put(Counted.budget(71), 150L);
            Room room = room(offer, new WantedPlace(ticket(), voucher, null));

            assertThat(room.budgetLeft(voucher)).isEqualTo(euros("3.50"));
            assertThat(room.discount(voucher, euros("2.00"), true)).isNull();
            assertThat(room.budgetLeft(voucher)).isEqualTo(euros("1.50"));
            assertThat(text(room.discount(voucher, euros("2.00"), true)))
                    .isEqualTo("The voucher has a remaining budget of 1.50, therefore a discount of 2.00 can not be"
                            + " given.");
            assertThat(room.discount(voucher, euros("2.00"), false)).isNull();
            assertThat(text(room.discount(voucher, euros("1.00"), false)))
                    .isEqualTo("The voucher has a remaining budget of 0.00, therefore a discount of 1.00 can not be"
                            + " given.");
            assertThat(counters.limits).containsEntry(Counted.budget(71), 500L);
        }

        @Test
        void a_seat_is_taken_once() {
            Seat seat = seat(81);
            Room room = room(offer, new WantedPlace(ticket(), null, seat));

            assertThat(room.sit(seat, null, false)).isNull();
            assertThat(text(room.sit(seat, null, false))).isEqualTo("The selected seat \"Seat 81\" is not available.");
            assertThat(counters.limits).containsEntry(Counted.seat(81), 1L);
        }

        @Test
        void a_seat_may_be_sold_blocked_in_a_cart_or_kept_by_a_voucher() {
            Voucher own = voucher(71, 1);
            counters.stored.put(Counted.seat(81), 1L);
            kept.seatsInCarts.add(82L);
            kept.seatVouchers.put(83L, 71L);
            Seat blocked =
                    Blank.of(Seat.class).with("id", 84L).with("blocked", true).make();
            WantedPlace[] wanted = List.of(seat(81), seat(82), seat(83), blocked).stream()
                    .map(seat -> new WantedPlace(ticket(), null, seat))
                    .toArray(WantedPlace[]::new);

            assertThat(room(offer, wanted).sit(seat(81), null, false)).isNotNull();
            assertThat(room(offer, wanted).sit(seat(82), null, false)).isNotNull();
            assertThat(room(offer, wanted).sit(seat(83), null, false)).isNotNull();
            assertThat(room(offer, wanted).sit(seat(83), own, false)).isNull();
            assertThat(room(offer, wanted).sit(blocked, null, false)).isNotNull();
            assertThat(room(offer, wanted).sit(blocked, null, true)).isNull();
        }
    }

    @Nested
    class Changes {

        @Test
        void what_a_change_gives_up_it_may_take_again() {
            used(11, 2);
            var offer = new SmallOffer().quota(11, 2, TICKET, MORNING).build();
            Holdings before = Holdings.ofValid(List.of(line(ticket()), line(ticket())));
            Holdings exchanged = Holdings.ofValid(List.of(line(ticket()), line(workshop(MORNING))));
            Holdings more = Holdings.ofValid(List.of(line(ticket()), line(ticket()), line(workshop(MORNING))));

            assertThat(places.toChange(offer, before, exchanged, false, NOW)).isNull();
            assertThat(text(places.toChange(offer, before, more, false, NOW)))
                    .isEqualTo("The quota quota 11 does not have enough capacity left to perform the operation.");
        }

        @Test
        void a_new_seat_must_be_free_and_wanted_once() {
            var offer = new SmallOffer().quota(11, 5, TICKET).build();
            seat(81);
            seat(82);
            counters.stored.put(Counted.seat(81), 1L);
            HeldLine first = new HeldLine(ticket(), null, null, 81L);
            HeldLine second = new HeldLine(ticket(), null, null, 82L);
            Holdings before = Holdings.ofValid(List.of(first));

            assertThat(places.toChange(offer, before, Holdings.ofValid(List.of(first, second)), false, NOW))
                    .isNull();
            assertThat(text(places.toChange(
                            offer, before, Holdings.ofValid(List.of(first, second, second)), false, NOW)))
                    .isEqualTo("The selected seat \"Seat 82\" is not available.");
            assertThat(text(places.toChange(offer, Holdings.NONE, before, false, NOW)))
                    .isEqualTo("The selected seat \"Seat 81\" is not available.");
        }
    }

    @Nested
    class Returns {

        private final SmallOffer offer = new SmallOffer().quota(11, 5, TICKET).quota(12, 5, MORNING);

        private @Nullable String back(boolean force, boolean redeemsAgain, HeldLine... lines) {
            return text(places.toReturn(offer.build(), new Returning(List.of(lines), force, redeemsAgain), "en", NOW));
        }

        @Test
        void an_order_returns_only_if_all_its_positions_have_room() {
            used(11, 4);
            used(12, 5);

            assertThat(back(false, false, line(ticket()))).isNull();
            assertThat(back(false, false, line(ticket()), line(ticket())))
                    .isEqualTo("The ordered product \"Ticket\" is no longer available.");
            assertThat(back(false, false, line(workshop(MORNING))))
                    .isEqualTo("The ordered product \"Workshop - Morning\" is no longer available.");
            assertThat(back(false, false, line(workshop(EVENING))))
                    .isEqualTo("The ordered product \"Workshop - Evening\" is no longer available.");
        }

        @Test
        void the_waiting_list_does_not_matter() {
            used(11, 4);
            kept.tickets(Reason.WAITING_LIST, 3);

            assertThat(back(false, false, line(ticket()))).isNull();
        }

        @Test
        void a_seat_that_was_sold_stops_even_who_forces() {
            seat(81);
            counters.stored.put(Counted.seat(81), 1L);
            used(11, 5);

            assertThat(back(true, false, new HeldLine(ticket(), null, null, 81L)))
                    .isEqualTo("The seat \"Seat 81\" is no longer available.");
            assertThat(back(true, false, line(ticket()))).isNull();
        }

        @Test
        void two_positions_do_not_come_back_to_one_seat() {
            seat(81);
            HeldLine seated = new HeldLine(ticket(), null, null, 81L);

            assertThat(back(false, false, seated)).isNull();
            assertThat(back(false, false, seated, seated)).isEqualTo("The seat \"Seat 81\" is no longer available.");
        }

        @Test
        void a_voucher_needs_its_budget_and_if_it_was_given_back_a_use() {
            kept(Blank.of(Voucher.class)
                    .with("id", 71L)
                    .with("code", "CODE71")
                    .with("maxUsages", 2)
                    .with("budget", new BigDecimal("5.00")));
            counters.stored.put(Counted.budget(71), 300L);
            counters.stored.put(Counted.voucher(71), 1L);
            HeldLine cheap = new HeldLine(ticket(), 71L, euros("1.00"), null);

            assertThat(back(false, true, cheap)).isNull();
            assertThat(back(false, true, cheap, cheap))
                    .isEqualTo("The voucher \"CODE71\" has been used in the meantime.");
            assertThat(back(false, false, cheap, cheap)).isNull();
            assertThat(back(false, false, cheap, new HeldLine(ticket(), 71L, euros("1.01"), null)))
                    .isEqualTo("The voucher \"CODE71\" no longer has sufficient budget.");
        }
    }
}
