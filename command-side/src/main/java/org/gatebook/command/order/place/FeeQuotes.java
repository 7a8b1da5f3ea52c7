package org.gatebook.command.order.place;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gatebook.api.money.Money;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.offer.TaxRule;
import org.gatebook.api.order.OrderFee;
import org.gatebook.command.order.form.FeeWish;
import org.gatebook.command.order.price.FeeShares;
import org.gatebook.command.order.price.TaxRates;
import org.gatebook.command.order.price.TaxedPrice;
import org.jspecify.annotations.Nullable;

/**
 * What the fees of an order come to (behaviour notes, orders 8.7).
 *
 * @param prices the sum of all positions, of which percentages are taken; fees never count
 */
record FeeQuotes(EventOffer offer, TaxRates rates, List<Quote.Line> lines, Money prices) {

    List<Quote.Fee> of(List<FeeWish> fees) {
        return fees.stream().flatMap(this::of).toList();
    }

    private Stream<Quote.Fee> of(FeeWish fee) {
        Money value = fee.percentage() ? share(fee.value()) : new Money(fee.value(), prices.currency());
        if (fee.split()) {
            List<FeeShares.Share> shares = FeeShares.of(value, groups());
            // Nothing to be in proportion to: the reference crashes here.
            return shares.isEmpty()
                    ? Stream.of(taxed(fee, value, null))
                    : shares.stream()
                            .map(share ->
                                    taxed(fee, share.value(), share.group().rule()));
        }
        return Stream.of(taxed(fee, value, rule(offer, fee)));
    }

    private Money share(BigDecimal percent) {
        return Money.rounded(prices.amount().multiply(percent).movePointLeft(2), prices.currency());
    }

    private Quote.Fee taxed(FeeWish fee, Money value, @Nullable TaxRule rule) {
        return new Quote.Fee(fee, TaxedPrice.ofGross(value, rates.of(rule)), rule);
    }

    private List<FeeShares.Group> groups() {
        Map<@Nullable TaxRule, Money> nets = new LinkedHashMap<>();
        lines.forEach(line -> nets.merge(line.rule(), line.price().net(), Money::plus));
        return nets.entrySet().stream()
                .map(group -> new FeeShares.Group(
                        group.getKey(),
                        group.getKey() == null
                                ? BigDecimal.ZERO
                                : group.getKey().rate(),
                        group.getValue()))
                .toList();
    }

    /** The rule of a fee that is not split: its own, or for payment fees the event's usual one. */
    static @Nullable TaxRule rule(EventOffer offer, FeeWish fee) {
        if (fee.split()) {
            return null;
        }
        if (fee.taxRule() != null) {
            return fee.taxRule();
        }
        Long usual = offer.terms().defaultTaxRule();
        return fee.feeType().equals(OrderFee.PAYMENT) && usual != null
                ? offer.taxRules().get(usual)
                : null;
    }
}
