package org.gatebook.command.order.change;

import java.math.BigDecimal;
import java.util.stream.Stream;
import org.gatebook.api.money.Money;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.offer.Item;
import org.gatebook.api.offer.Subevent;
import org.gatebook.api.offer.TaxRule;
import org.gatebook.api.offer.Voucher;
import org.gatebook.api.order.change.LineTerms;
import org.gatebook.command.order.price.ListedPrice;
import org.gatebook.command.order.price.TaxRates;
import org.gatebook.command.order.price.TaxedPrice;
import org.gatebook.command.order.price.VoucherPrice;
import org.gatebook.command.order.state.Line;
import org.jspecify.annotations.Nullable;

/** Prices and taxes of what is changed, by the event's rules and the order's address. */
record LineTaxes(EventOffer offer, TaxRates rates) {

    @Nullable
    TaxRule rule(@Nullable Long id) {
        return id == null ? null : offer.taxRules().get(id);
    }

    @Nullable
    TaxRule ruleOf(Item item) {
        return offer.taxRuleOf(item).orElse(null);
    }

    boolean forbid(@Nullable TaxRule rule) {
        return rates.forbid(Stream.ofNullable(rule));
    }

    /** The effective rate; not to be asked of a rule that forbids the sale. */
    BigDecimal rate(@Nullable TaxRule rule) {
        return rates.of(rule);
    }

    /** The same gross price, taxed by this rule for the order's address. */
    LineTerms taxed(LineTerms terms, @Nullable TaxRule rule) {
        return costing(terms, TaxedPrice.ofGross(terms.price(), rate(rule)), rule);
    }

    static LineTerms costing(LineTerms terms, TaxedPrice price, @Nullable TaxRule rule) {
        return terms.costing(price.gross(), rule == null ? null : rule.id(), price.rate(), price.tax());
    }

    /** What the price list says. */
    Money listed(Item item, @Nullable Long variation, @Nullable Long subevent) {
        Subevent date = subevent == null ? null : offer.subevents().get(subevent);
        Item.Variation one =
                variation == null ? null : item.variation(variation).orElse(null);
        return new Money(ListedPrice.of(item, one, date), offer.currency());
    }

    /** What the voucher's budget pays of another product (behaviour notes, orders 8.3 and 17.3). */
    @Nullable
    Money budgetUse(Line line, LineTerms terms, Item item, @Nullable Voucher voucher) {
        Money used = terms.voucherBudgetUse();
        if (used == null || voucher == null || line.addonTo() != null) {
            return used;
        }
        Money listed = listed(item, terms.variation(), terms.subevent());
        Money withVoucher = VoucherPrice.of(voucher, listed);
        TaxRule rule = rule(terms.taxRule());
        Money given = rule == null || rule.priceIncludesTax()
                ? terms.price()
                : terms.price().minus(terms.taxValue());
        Money use = listed.minus(given.compareTo(withVoucher) > 0 ? given : withVoucher);
        return use.isNegative() ? Money.zero(listed.currency()) : use;
    }
}
