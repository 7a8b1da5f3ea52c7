package org.gatebook.command.order.price;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import org.gatebook.api.money.Money;
import org.gatebook.api.offer.TaxRule;
import org.gatebook.api.offer.TaxRule.CustomRule;
import org.gatebook.api.offer.Text;
import org.gatebook.api.offer.Voucher;
import org.gatebook.api.offer.Voucher.PriceMode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PriceTest {

    private static final TaxRule VAT_19 = rule("19.00", true, false, List.of());

    @Test
    void tax_is_taken_out_of_a_gross_price_and_put_on_a_net_price() {
        assertThat(TaxedPrice.ofGross(eur("23.00"), rate("19.00")).tax()).isEqualTo(eur("3.67"));
        assertThat(TaxedPrice.ofGross(eur("-10.00"), rate("19.00")).tax()).isEqualTo(eur("-1.60"));
        assertThat(TaxedPrice.ofGross(eur("23.00"), rate("7.00")).tax()).isEqualTo(eur("1.50"));
        assertThat(TaxedPrice.ofNet(eur("10.00"), rate("19.00")).gross()).isEqualTo(eur("11.90"));
    }

    @Test
    void a_computed_price_keeps_its_net_when_the_address_changes_the_rate() {
        assertThat(LinePrice.computed(eur("23.00"), VAT_19, rate("0")).gross()).isEqualTo(eur("19.33"));
        assertThat(LinePrice.computed(eur("23.00"), VAT_19, rate("100")).gross())
                .isEqualTo(eur("38.66"));
    }

    @Test
    void a_given_price_is_gross_whatever_the_rate() {
        assertThat(LinePrice.given(eur("23.00"), rate("100")).gross()).isEqualTo(eur("23.00"));
    }

    @Test
    void the_first_custom_rule_that_fits_decides() {
        TaxRule rule = rule(
                "19.00",
                true,
                true,
                List.of(
                        new CustomRule("AT", "business_vat_id", "reverse", null),
                        new CustomRule("US-NY", "", "vat", rate("8.00")),
                        new CustomRule("FR", "individual", "block", null),
                        new CustomRule("EU", "", "vat", rate("20.00"))));
        assertThat(EffectiveTax.of(rule, new TaxAddress("AT", "", true, true)))
                .isEqualTo(new EffectiveTax.Rate(BigDecimal.ZERO));
        assertThat(EffectiveTax.of(rule, new TaxAddress("AT", "", true, false)))
                .isEqualTo(new EffectiveTax.Rate(rate("20.00")));
        assertThat(EffectiveTax.of(rule, new TaxAddress("US", "NY", false, false)))
                .isEqualTo(new EffectiveTax.Rate(rate("8.00")));
        assertThat(EffectiveTax.of(rule, new TaxAddress("FR", "", false, false)))
                .isEqualTo(new EffectiveTax.Blocked());
        assertThat(EffectiveTax.of(rule, null)).isEqualTo(new EffectiveTax.Rate(rate("19.00")));
    }

    @Test
    void reverse_charge_spares_foreign_businesses_with_a_valid_vat_id_and_everyone_outside_the_union() {
        TaxRule rule = rule("19.00", true, true, List.of());
        assertThat(rateFor(rule, "DE", true, true)).isEqualByComparingTo("19.00");
        assertThat(rateFor(rule, "AT", true, true)).isEqualByComparingTo("0");
        assertThat(rateFor(rule, "AT", true, false)).isEqualByComparingTo("19.00");
        assertThat(rateFor(rule, "JP", false, false)).isEqualByComparingTo("0");
    }

    @Test
    void a_voucher_sets_lowers_or_takes_a_share_off() {
        assertThat(withVoucher(PriceMode.SET, "10.00")).isEqualTo(eur("10.00"));
        assertThat(withVoucher(PriceMode.SUBTRACT, "5.00")).isEqualTo(eur("18.00"));
        assertThat(withVoucher(PriceMode.SUBTRACT, "50.00")).isEqualTo(eur("0.00"));
        assertThat(withVoucher(PriceMode.PERCENT, "12.50")).isEqualTo(eur("20.13"));
        assertThat(withVoucher(PriceMode.SET, null)).isEqualTo(eur("23.00"));
    }

    @Test
    void what_is_computed_is_whole_where_there_are_no_cents() {
        Money listed = Money.of(new BigDecimal("1005.00"), "JPY");
        Money lowered = VoucherPrice.of(voucher(PriceMode.PERCENT, new BigDecimal("33.00")), listed);
        assertThat(lowered.text()).isEqualTo("673.00 JPY");
        TaxedPrice given = TaxedPrice.ofGross(Money.of(new BigDecimal("10.50"), "JPY"), rate("10.00"));
        assertThat(given.gross().text()).isEqualTo("10.50 JPY");
        assertThat(given.tax().text()).isEqualTo("0.50 JPY");
    }

    @Property
    void net_and_tax_are_the_gross(
            @ForAll @BigRange(min = "-100000", max = "100000") @Scale(2) BigDecimal gross,
            @ForAll @BigRange(min = "0", max = "100") @Scale(2) BigDecimal rate) {
        TaxedPrice price = TaxedPrice.ofGross(new Money(gross, eur("0").currency()), rate);
        assertThat(price.net().plus(price.tax())).isEqualTo(price.gross());
        assertThat(price.tax().amount().signum() * gross.signum()).isNotNegative();
    }

    @Property
    void the_shares_of_a_fee_add_up_to_it(
            @ForAll @BigRange(min = "-1000", max = "1000") @Scale(2) BigDecimal fee,
            @ForAll @Size(min = 1, max = 5) List<@BigRange(min = "0.01", max = "500") @Scale(2) BigDecimal> nets) {
        List<FeeShares.Group> groups = nets.stream()
                .map(n -> new FeeShares.Group(null, n.remainder(BigDecimal.TEN), new Money(n, eur("0").currency())))
                .toList();
        Money sum = FeeShares.of(new Money(fee, eur("0").currency()), groups).stream()
                .map(FeeShares.Share::value)
                .reduce(eur("0"), Money::plus);
        assertThat(sum.amount()).isEqualByComparingTo(fee);
    }

    private static Money withVoucher(PriceMode mode, @Nullable String value) {
        return VoucherPrice.of(voucher(mode, value == null ? null : new BigDecimal(value)), eur("23.00"));
    }

    private static Voucher voucher(PriceMode mode, @Nullable BigDecimal value) {
        return new Voucher(1, "VOUCHER", 1, null, false, false, mode, value, null, null, null, null, null, null, false);
    }

    private static BigDecimal rateFor(TaxRule rule, String country, boolean business, boolean validVatId) {
        return EffectiveTax.of(rule, new TaxAddress(country, "", business, validVatId)) instanceof EffectiveTax.Rate r
                ? r.rate()
                : BigDecimal.valueOf(-1);
    }

    private static TaxRule rule(String rate, boolean gross, boolean reverse, List<CustomRule> custom) {
        return new TaxRule(1, new Text(Map.of("en", "VAT")), rate(rate), gross, reverse, "DE", false, custom);
    }

    private static BigDecimal rate(String text) {
        return new BigDecimal(text);
    }

    private static Money eur(String amount) {
        return Money.of(new BigDecimal(amount), "EUR");
    }
}
