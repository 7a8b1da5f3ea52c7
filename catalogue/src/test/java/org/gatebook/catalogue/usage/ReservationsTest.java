package org.gatebook.catalogue.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.offer.Quota;
import org.gatebook.catalogue.test.CatalogueNode;
import org.gatebook.catalogue.usage.Reservations.Question;
import org.gatebook.catalogue.usage.Reserved.Reason;
import org.gatebook.eventstore.test.Blank;
import org.gatebook.eventstore.test.PostgresExtension;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.JdbcTemplate;

/** Behaviour notes, orders 9 to 11. */
class ReservationsTest {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private static final AtomicLong NUMBERS = new AtomicLong(1_000_000);
    private static final OrganizerSlug ORGANIZER = new OrganizerSlug("acme");
    private static final Instant NOW = Instant.parse("2030-05-01T10:00:00Z");
    private static final String PAST = "\"2030-05-01T09:59:59Z\"";
    private static final String FUTURE = "\"2030-05-01T10:00:01.500000Z\"";
    private static final long TICKET = 1;
    private static final long MORNING = 21;

    private static CatalogueNode node;
    private static JdbcTemplate jdbc;

    private final EventSlug event = new EventSlug("e" + NUMBERS.incrementAndGet());
    private final Quota tickets = quota(11, null, Set.of(TICKET), Set.of());
    private final Quota mornings = quota(12, null, Set.of(2L), Set.of(MORNING));

    @BeforeAll
    static void start() {
        node = CatalogueNode.on(POSTGRES.application());
        jdbc = node.get(JdbcTemplate.class);
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    private static Quota quota(long id, @Nullable Long date, Set<Long> items, Set<Long> variations) {
        return new Quota(id, "quota", 10, date, items, variations, false, false, false, false);
    }

    private long resource(String kind, String document) {
        long id = NUMBERS.incrementAndGet();
        jdbc.update("""
            insert into ops.resource (kind, id, organizer, event, version, document)
            values (?, ?, 'acme', ?, 0, ?::jsonb)
            """, kind, id, event.value(), document);
        return id;
    }

    private void cart(String cart, String more) {
        resource("cart_position", "{\"cart_id\": \"%s\", \"item\": 1, %s}".formatted(cart, more));
    }

    private long voucher(int uses, String more) {
        return resource("voucher", "{\"max_usages\": %d, %s}".formatted(uses, more));
    }

    private void redeemed(long voucher, int times) {
        jdbc.update("insert into ops.usage_counter (kind, id, used) values ('voucher', ?, ?)", voucher, times);
    }

    private Reserved read(String... consumed) {
        return read(new Question(List.of(), List.of(), List.of(), List.of(consumed)));
    }

    private Reserved read(Question question) {
        EventOffer offer = Blank.of(EventOffer.class)
                .with("organizer", ORGANIZER)
                .with("event", event)
                .make();
        return node.read("acme", entered -> node.get(Reservations.class).of(offer, question, NOW));
    }

    @Test
    void a_cart_keeps_its_places_until_its_time_is_over() {
        cart("a", "\"expires\": " + FUTURE);
        cart("a", "\"expires\": " + PAST);
        cart("b", "\"expires\": " + FUTURE + ", \"subevent\": 91");

        assertThat(read().kept(Reason.CART, tickets)).isEqualTo(1);
        assertThat(read().kept(Reason.CART, quota(11, 91L, Set.of(TICKET), Set.of())))
                .isEqualTo(1);
        assertThat(read().kept(Reason.CART, mornings)).isZero();
    }

    @Test
    void carts_that_the_request_buys_are_told_apart() {
        cart("a", "\"expires\": " + FUTURE);
        cart("b", "\"expires\": " + FUTURE);
        cart("b", "\"expires\": " + FUTURE);

        assertThat(read("b").kept(Reason.CART, tickets)).isEqualTo(1);
        assertThat(read("b").kept(Reason.CONSUMED_CART, tickets)).isEqualTo(2);
    }

    @Test
    void a_variation_counts_where_the_variation_is() {
        resource("cart_position", """
            {"cart_id": "a", "item": 2, "variation": 21, "expires": %s}\
            """.formatted(FUTURE));
        resource("cart_position", """
            {"cart_id": "a", "item": 2, "variation": 22, "expires": %s}\
            """.formatted(FUTURE));

        assertThat(read().kept(Reason.CART, mornings)).isEqualTo(1);
    }

    @Test
    void a_blocking_voucher_keeps_what_is_left_of_its_uses_for_its_variation_item_or_quota() {
        redeemed(voucher(5, "\"block_quota\": true, \"item\": 1"), 2);
        redeemed(voucher(1, "\"block_quota\": true, \"item\": 1"), 7);
        voucher(10, "\"block_quota\": true, \"item\": 2, \"variation\": 21, \"valid_until\": " + FUTURE);
        voucher(20, "\"block_quota\": true, \"quota\": 11");
        voucher(40, "\"block_quota\": false, \"item\": 1");
        voucher(80, "\"block_quota\": true, \"item\": 1, \"valid_until\": " + PAST);
        voucher(160, "\"block_quota\": true, \"item\": 1, \"subevent\": 91");
        voucher(320, "\"block_quota\": true");

        assertThat(read().kept(Reason.VOUCHER, tickets)).isEqualTo(3 + 20);
        assertThat(read().kept(Reason.VOUCHER, mornings)).isEqualTo(10);
    }

    @Test
    void a_cart_whose_voucher_keeps_the_place_does_not_keep_it_twice() {
        long blocking = voucher(1, "\"block_quota\": true, \"item\": 1");
        long over = voucher(1, "\"block_quota\": true, \"item\": 1, \"valid_until\": " + PAST);
        long plain = voucher(1, "\"block_quota\": false, \"item\": 1");
        for (long voucher : List.of(blocking, over, plain)) {
            cart("a", "\"expires\": " + FUTURE + ", \"voucher\": " + voucher);
        }

        assertThat(read().kept(Reason.CART, tickets)).isEqualTo(2);
        assertThat(read(new Question(List.of(), List.of(blocking, plain), List.of(), List.of()))
                        .voucherCarts())
                .containsOnlyKeys(blocking, plain)
                .containsEntry(blocking, 1L);
    }

    @Test
    void who_waits_and_has_no_voucher_yet_is_counted() {
        resource("waiting_list_entry", "{\"item\": 1}");
        resource("waiting_list_entry", "{\"item\": 1, \"voucher\": 5}");

        assertThat(read().kept(Reason.WAITING_LIST, tickets)).isEqualTo(1);
    }

    @Test
    void seats_in_carts_and_of_usable_vouchers_are_kept() {
        cart("a", "\"expires\": " + FUTURE + ", \"seat\": 81");
        cart("b", "\"expires\": " + FUTURE + ", \"seat\": 82");
        long bound = voucher(1, "\"block_quota\": false, \"seat\": 83");
        redeemed(voucher(1, "\"block_quota\": false, \"seat\": 84"), 1);
        voucher(1, "\"block_quota\": false, \"seat\": 85, \"valid_until\": " + PAST);

        Reserved reserved = read(new Question(List.of(), List.of(), List.of(81L, 82L, 83L, 84L, 85L), List.of("b")));

        assertThat(reserved.seatsInCarts()).containsExactly(81L);
        assertThat(reserved.seatVouchers()).containsOnlyKeys(83L).containsEntry(83L, bound);
    }

    @Test
    void counters_are_read_along() {
        long voucher = voucher(5, "\"block_quota\": false");
        redeemed(voucher, 3);

        Reserved reserved = read(Question.about(List.of(Counted.voucher(voucher), Counted.quota(voucher))));

        assertThat(reserved.used(Counted.voucher(voucher))).isEqualTo(3);
        assertThat(reserved.used(Counted.quota(voucher))).isZero();
    }
}
