package org.gatebook.command.order.place;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gatebook.api.decision.Refusal;
import org.gatebook.api.money.Money;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.offer.TaxRule;
import org.gatebook.api.order.OrderRefusals;
import org.gatebook.command.order.form.OrderForm;
import org.gatebook.command.order.form.OrderWish;
import org.gatebook.command.order.form.PositionWish;
import org.gatebook.command.order.price.Discounts;
import org.gatebook.command.order.price.Discounts.Discounted;
import org.gatebook.command.order.price.LinePrice;
import org.gatebook.command.order.price.ListedPrice;
import org.gatebook.command.order.price.TaxAddress;
import org.gatebook.command.order.price.TaxRates;
import org.gatebook.command.order.price.TaxedPrice;
import org.gatebook.command.order.price.VoucherPrice;
import org.jspecify.annotations.Nullable;

/** Makes the quote for an order: listed prices, vouchers, taxes, discounts, fees (behaviour notes, orders 8); pure. */
final class Quotation {

    /** More than the reference's database can hold. */
    private static final BigDecimal TOO_MUCH = BigDecimal.TEN.pow(11);

    private final EventOffer offer;
    private final OrderWish wish;
    private final List<@Nullable VoucherUse> vouchers;
    private final TaxRates rates;

    private Quotation(EventOffer offer, OrderWish wish, List<@Nullable VoucherUse> vouchers) {
        this.offer = offer;
        this.wish = wish;
        this.vouchers = vouchers;
        this.rates = new TaxRates(wish.invoiceAddress() == null ? null : TaxAddress.of(wish.invoiceAddress()));
    }

    /** What came of it. */
    sealed interface Result {
        /** It can be sold. */
        record Made(Quote quote) implements Result {}

        /** It cannot. */
        record Refused(Refusal refusal) implements Result {}
    }

    /**
     * The quote.
     *
     * @param vouchers what each position uses, in their order
     */
    static Result of(EventOffer offer, OrderWish wish, List<@Nullable VoucherUse> vouchers, Instant now) {
        Quotation quotation = new Quotation(offer, wish, vouchers);
        if (quotation.rates.forbid(quotation.rules())) {
            return new Result.Refused(OrderRefusals.NOT_SOLD_THERE);
        }
        Quote quote = quotation.quote(now);
        return quote.total().amount().abs().compareTo(TOO_MUCH) < 0
                ? new Result.Made(quote)
                : new Result.Refused(OrderRefusals.TOO_EXPENSIVE);
    }

    private Stream<@Nullable TaxRule> rules() {
        return Stream.concat(
                wish.positions().stream().map(this::rule), wish.fees().stream().map(fee -> FeeQuotes.rule(offer, fee)));
    }

    private @Nullable TaxRule rule(PositionWish position) {
        return offer.taxRuleOf(position.item()).orElse(null);
    }

    private Quote quote(Instant now) {
        List<Quote.Line> lines = new ArrayList<>();
        for (int index = 0; index < wish.positions().size(); index++) {
            lines.add(line(wish.positions().get(index), vouchers.get(index)));
        }
        lines = discounted(lines, now);
        Money prices =
                lines.stream().map(line -> line.price().gross()).reduce(Money.zero(offer.currency()), Money::plus);
        // The reference forgets the address for fees when it simulates, and clients that compare see it.
        TaxRates feeRates = wish.sent().get(OrderForm.SIMULATE, false) ? new TaxRates(null) : rates;
        List<Quote.Fee> fees = new FeeQuotes(offer, feeRates, lines, prices).of(wish.fees());
        Money total = fees.stream().map(fee -> fee.value().gross()).reduce(prices, Money::plus);
        return new Quote(lines, fees, total);
    }

    private Quote.Line line(PositionWish position, @Nullable VoucherUse use) {
        Money listed =
                new Money(ListedPrice.of(position.item(), position.variation(), position.subevent()), offer.currency());
        TaxRule rule = rule(position);
        BigDecimal rate = rates.of(rule);
        Money withVoucher = use == null ? listed : atMostOff(use, VoucherPrice.of(use.voucher(), listed), listed);
        TaxedPrice price = position.price() == null
                ? LinePrice.computed(withVoucher, rule, rate)
                : LinePrice.given(new Money(position.price(), offer.currency()), rate);
        return new Quote.Line(
                position,
                price,
                rule,
                use == null ? null : use.voucher().id(),
                use == null ? null : budgetUse(position, price, rule, listed, withVoucher),
                null);
    }

    private static Money atMostOff(VoucherUse use, Money withVoucher, Money listed) {
        Money most = use.mostOff();
        return most != null && listed.minus(withVoucher).compareTo(most) > 0 ? listed.minus(most) : withVoucher;
    }

    /** A given price above the voucher's uses less of the budget (behaviour notes, orders 8.3). */
    private static Money budgetUse(
            PositionWish position, TaxedPrice price, @Nullable TaxRule rule, Money listed, Money withVoucher) {
        Money paid = withVoucher;
        if (position.price() != null) {
            Money given = rule == null || rule.priceIncludesTax() ? price.gross() : price.net();
            paid = given.compareTo(withVoucher) > 0 ? given : withVoucher;
        }
        Money use = listed.minus(paid);
        return use.isNegative() ? Money.zero(listed.currency()) : use;
    }

    /** A given price is never lowered, but it is named what took part. */
    private List<Quote.Line> discounted(List<Quote.Line> lines, Instant now) {
        List<Discounts.Candidate> candidates =
                lines.stream().map(Quotation::candidate).toList();
        List<@Nullable Discounted> discounts =
                Discounts.applied(offer.discounts().values(), wish.salesChannel(), now, candidates);
        List<Quote.Line> result = new ArrayList<>();
        for (int index = 0; index < lines.size(); index++) {
            Quote.Line line = lines.get(index);
            Discounted discount = discounts.get(index);
            result.add(discount == null ? line : discounted(line, discount));
        }
        return result;
    }

    private Quote.Line discounted(Quote.Line line, Discounted discount) {
        TaxedPrice price = line.wish().price() == null
                ? TaxedPrice.ofGross(discount.price(), rates.of(line.rule()))
                : line.price();
        return new Quote.Line(
                line.wish(), price, line.rule(), line.voucher(), line.voucherBudgetUse(), discount.discount());
    }

    private static Discounts.Candidate candidate(Quote.Line line) {
        PositionWish wish = line.wish();
        Money off = line.voucherBudgetUse();
        return new Discounts.Candidate(
                wish.item().id(),
                wish.subeventId(),
                line.price().gross(),
                wish.isAddon(),
                wish.bundled(),
                off != null && off.amount().signum() > 0);
    }
}
