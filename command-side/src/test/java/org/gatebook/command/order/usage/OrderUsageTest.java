package org.gatebook.command.order.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatebook.command.order.usage.SmallOffer.MORNING;
import static org.gatebook.command.order.usage.SmallOffer.TICKET;
import static org.gatebook.command.order.usage.SmallOffer.ticket;
import static org.gatebook.command.order.usage.SmallOffer.workshop;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.gatebook.api.money.Money;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.catalogue.usage.Counted;
import org.junit.jupiter.api.Test;

class OrderUsageTest {

    private static final EventOffer OFFER = new SmallOffer()
            .quota(11, 5, TICKET)
            .quota(12, 9, TICKET, MORNING)
            .quota(13, null, TICKET)
            .build();
    private static final List<HeldLine> LINES = List.of(
            new HeldLine(ticket(), 71L, Money.of(new BigDecimal("1.50"), "EUR"), 81L),
            new HeldLine(ticket(), 71L, Money.of(new BigDecimal("2.00"), "EUR"), 82L),
            new HeldLine(workshop(MORNING), null, null, null));

    private final StagedCounters counters = new StagedCounters();
    private final OrderUsage usage = new OrderUsage(counters);

    @Test
    void a_new_order_counts_in_every_quota_with_a_size_and_uses_vouchers_budgets_and_seats() {
        usage.changed(OFFER, Holdings.NONE, Holdings.ofValid(LINES));

        assertThat(counters.changes)
                .isEqualTo(Map.of(
                        Counted.quota(11), 2L,
                        Counted.quota(12), 3L,
                        Counted.voucher(71), 2L,
                        Counted.budget(71), 350L,
                        Counted.seat(81), 1L,
                        Counted.seat(82), 1L));
    }

    @Test
    void expiry_gives_places_and_budgets_back_but_no_vouchers() {
        usage.changed(OFFER, Holdings.ofValid(LINES), Holdings.ofExpired(LINES));

        assertThat(counters.changes)
                .isEqualTo(Map.of(
                        Counted.quota(11), -2L,
                        Counted.quota(12), -3L,
                        Counted.budget(71), -350L,
                        Counted.seat(81), -1L,
                        Counted.seat(82), -1L));
    }

    @Test
    void only_the_difference_is_counted() {
        usage.changed(OFFER, Holdings.ofValid(LINES), Holdings.ofValid(LINES.subList(0, 2)));

        assertThat(counters.changes).isEqualTo(Map.of(Counted.quota(12), -1L));
    }

    @Test
    void what_changes_nothing_is_not_counted() {
        usage.changed(OFFER, Holdings.ofValid(LINES), Holdings.ofValid(LINES));

        assertThat(counters.changes).isEmpty();
    }
}
