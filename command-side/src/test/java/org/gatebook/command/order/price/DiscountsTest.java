package org.gatebook.command.order.price;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import org.gatebook.api.money.Money;
import org.gatebook.api.offer.Discount;
import org.gatebook.api.offer.Discount.Dates;
import org.gatebook.api.offer.Discount.Scope;
import org.gatebook.command.order.price.Discounts.Candidate;
import org.gatebook.command.order.price.Discounts.Discounted;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DiscountsTest {

    private static final Instant NOW = Instant.parse("2030-05-05T12:00:00Z");
    private static final Scope EVERYTHING = new Scope(null, true, false);

    @Test
    void a_discount_reaches_every_position_that_it_applies_to() {
        assertThat(prices(List.of(counted(1, 1, "10.00", null)), at("23.00"), at("10.00")))
                .containsExactly("20.70", "9.00");
    }

    @Test
    void nothing_is_taken_off_before_the_condition_is_fulfilled() {
        assertThat(prices(List.of(counted(1, 2, "10.00", null)), at("23.00"))).containsExactly("-");
        assertThat(prices(List.of(worth("23.01", "10.00")), at("23.00"))).containsExactly("-");
        assertThat(prices(List.of(worth("23.00", "10.00")), at("23.00"))).containsExactly("20.70");
    }

    @Test
    void of_every_three_the_cheapest_is_free_and_the_others_took_part() {
        assertThat(prices(List.of(counted(1, 3, "100.00", 1)), at("9.00"), at("5.00"), at("7.00"), at("20.00")))
                .containsExactly("9.00", "0.00", "7.00", "-");
    }

    @Test
    void a_position_takes_part_in_one_discount_only() {
        Discount first = counted(1, 1, "50.00", null);
        Discount second = counted(2, 1, "10.00", null);
        assertThat(Discounts.applied(List.of(second, first), "web", NOW, List.of(at("10.00"))))
                .containsExactly(new Discounted(1, eur("5.00")));
    }

    @Test
    void bundled_positions_take_no_part() {
        Candidate bundled = new Candidate(1, null, eur("10.00"), true, true, false);
        assertThat(prices(List.of(counted(1, 1, "50.00", null)), bundled)).containsExactly("-");
    }

    @Test
    void positions_of_one_date_belong_together_or_each_is_of_another() {
        Candidate monday = on(1, "10.00");
        Candidate tuesday = on(2, "8.00");
        assertThat(prices(List.of(dates(Dates.SAME)), monday, tuesday)).containsExactly("-", "-");
        assertThat(prices(List.of(dates(Dates.SAME)), monday, monday)).containsExactly("5.00", "5.00");
        assertThat(prices(List.of(dates(Dates.DISTINCT)), monday, monday)).containsExactly("-", "-");
        assertThat(prices(List.of(dates(Dates.DISTINCT)), monday, tuesday)).containsExactly("5.00", "4.00");
    }

    @Property(tries = 300)
    void no_price_rises_and_free_groups_are_whole(
            @ForAll @Size(max = 12) List<@BigRange(min = "0.00", max = "100") @Scale(2) BigDecimal> prices,
            @ForAll @IntRange(min = 1, max = 4) int minCount,
            @ForAll @IntRange(min = 1, max = 4) int cheapest,
            @ForAll Dates dates) {
        List<Candidate> candidates = IntStream.range(0, prices.size())
                .mapToObj(i -> new Candidate(
                        1, (long) (i % 3), new Money(prices.get(i), eur("0").currency()), false, false, false))
                .toList();
        Discount discount = new Discount(
                1,
                true,
                1,
                Set.of("web"),
                null,
                null,
                dates,
                EVERYTHING,
                minCount,
                BigDecimal.ZERO,
                new BigDecimal("100"),
                Math.min(cheapest, minCount),
                null);
        List<@Nullable Discounted> result = Discounts.applied(List.of(discount), "web", NOW, candidates);
        assertThat(result).hasSameSizeAs(candidates);
        assertThat(result.stream().filter(Objects::nonNull).count() % minCount).isZero();
        for (int i = 0; i < result.size(); i++) {
            Discounted discounted = result.get(i);
            if (discounted != null) {
                assertThat(discounted.price())
                        .isLessThanOrEqualTo(candidates.get(i).price());
            }
        }
    }

    private static List<String> prices(List<Discount> discounts, Candidate... candidates) {
        return Discounts.applied(discounts, "web", NOW, List.of(candidates)).stream()
                .map(d -> d == null ? "-" : d.price().amount().toPlainString())
                .toList();
    }

    private static Candidate at(String price) {
        return new Candidate(1, null, eur(price), false, false, false);
    }

    private static Candidate on(long date, String price) {
        return new Candidate(1, date, eur(price), false, false, false);
    }

    private static Discount counted(long id, int minCount, String percent, @Nullable Integer cheapest) {
        return discount(id, Dates.MIXED, minCount, "0.00", percent, cheapest);
    }

    private static Discount worth(String value, String percent) {
        return discount(1, Dates.MIXED, 0, value, percent, null);
    }

    private static Discount dates(Dates dates) {
        return discount(1, dates, 2, "0.00", "50.00", null);
    }

    private static Discount discount(
            long id, Dates dates, int minCount, String minValue, String percent, @Nullable Integer cheapest) {
        return new Discount(
                id,
                true,
                (int) id,
                null,
                null,
                null,
                dates,
                EVERYTHING,
                minCount,
                new BigDecimal(minValue),
                new BigDecimal(percent),
                cheapest,
                null);
    }

    private static Money eur(String amount) {
        return Money.of(new BigDecimal(amount), "EUR");
    }
}
