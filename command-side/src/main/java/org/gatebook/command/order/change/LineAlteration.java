package org.gatebook.command.order.change;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import org.gatebook.api.decision.Refusal;
import org.gatebook.api.money.Money;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.offer.Item;
import org.gatebook.api.offer.Seat;
import org.gatebook.api.offer.TaxRule;
import org.gatebook.api.order.change.ChangeRefusals;
import org.gatebook.api.order.change.ChangedContents.AlteredLine;
import org.gatebook.api.order.change.LinePatch;
import org.gatebook.api.order.change.LineTerms;
import org.gatebook.api.order.change.Patch;
import org.gatebook.api.ticket.TicketTerms;
import org.gatebook.command.order.price.TaxedPrice;
import org.gatebook.command.order.state.Line;
import org.jspecify.annotations.Nullable;

/**
 * One position on its way to other terms (behaviour notes, orders 15.3 and 17.3). What was named and is so already is no
 * change; the rest is looked at in one order: product and date, seat, price, tax rule, validity.
 */
final class LineAlteration {

    private final ChangeFacts facts;
    private final EventOffer offer;
    private final LineTaxes taxes;
    private final Line line;
    private final LinePatch patch;
    private final Long item;
    private final @Nullable Long variation;
    private final @Nullable Long subevent;
    private final boolean dateDiffers;
    private final boolean productDiffers;
    private LineTerms terms;

    LineAlteration(ChangeFacts facts, LineTaxes taxes, Line line, LinePatch patch) {
        this.facts = facts;
        this.offer = facts.offer();
        this.taxes = taxes;
        this.line = line;
        this.patch = patch;
        this.terms = line.terms();
        this.item = Objects.requireNonNull(patch.item().or(terms.item()));
        this.variation = patch.variation().or(terms.variation());
        this.subevent = offer.series() ? patch.subevent().or(terms.subevent()) : terms.subevent();
        this.dateDiffers = !Objects.equals(subevent, terms.subevent());
        this.productDiffers = item != terms.item() || !Objects.equals(variation, terms.variation());
    }

    /** Carries it out; why it cannot be, or null. */
    @Nullable
    Refusal carryOut(ContentsDraft draft) {
        Refusal refusal = product();
        if (refusal == null) {
            refusal = seat();
        }
        if (refusal == null) {
            refusal = price();
        }
        if (refusal == null) {
            refusal = taxRule();
        }
        if (refusal == null) {
            keep(draft);
        }
        return refusal;
    }

    private @Nullable Refusal product() {
        if (!productDiffers && !dateDiffers) {
            return null;
        }
        Item product = offer.item(item).orElse(null);
        if (product == null) {
            return Refusal.notFound();
        }
        if (variation == null && !product.variations().isEmpty()) {
            return ChangeRefusals.VARIATION_NEEDED;
        }
        TaxRule rule = taxes.ruleOf(product);
        if (taxes.forbid(rule)) {
            return ChangeRefusals.NOT_SOLD_THERE;
        }
        if (offer.quotasOf(item, variation, subevent).isEmpty()) {
            return ChangeRefusals.NO_QUOTA;
        }
        terms = terms.of(item, variation, subevent);
        if (productDiffers) {
            terms = taxes.taxed(terms, rule);
        }
        Long voucher = line.voucher();
        terms = terms.using(taxes.budgetUse(
                line, terms, product, voucher == null ? null : facts.vouchers().get(voucher)));
        return null;
    }

    /** Another date has another plan: there the seat is looked up by its name. */
    private @Nullable Refusal seat() {
        Long present = terms.seat();
        Seat sitsOn = present == null || !(dateDiffers || patch.seat().said()) ? null : facts.seat(present);
        String presentName = sitsOn == null ? null : sitsOn.guid();
        String wanted = patch.seat().or(presentName);
        if (Objects.equals(wanted, presentName) && !dateDiffers) {
            return null;
        }
        if (wanted == null) {
            terms = terms.on(null);
            return null;
        }
        Seat seat = facts.seat(wanted, subevent);
        if (seat == null) {
            return ChangeRefusals.UNKNOWN_SEAT;
        }
        terms = terms.on(seat.id());
        return null;
    }

    /** By the rule's own rate: the reference forgets the address here, and clients see it (decisions, "Copied on purpose"). */
    private @Nullable Refusal price() {
        Money wanted = patch.price().or(terms.price());
        if (wanted == null || wanted.equals(terms.price())) {
            return null;
        }
        if (line.soldCard()) {
            return ChangeRefusals.PRICE_OF_GIFT_CARD;
        }
        TaxRule rule = taxes.rule(terms.taxRule());
        terms = LineTaxes.costing(
                terms, TaxedPrice.ofGross(wanted, rule == null ? BigDecimal.ZERO : rule.rate()), rule);
        return null;
    }

    private @Nullable Refusal taxRule() {
        Long wanted = patch.taxRule().or(terms.taxRule());
        if (Objects.equals(wanted, terms.taxRule())) {
            return null;
        }
        TaxRule rule = taxes.rule(wanted);
        if (rule == null) {
            return ChangeRefusals.TAX_RULE_NEEDED;
        }
        if (taxes.forbid(rule)) {
            return ChangeRefusals.NOT_SOLD_THERE;
        }
        terms = taxes.taxed(terms, rule);
        return null;
    }

    private void keep(ContentsDraft draft) {
        if (!terms.equals(line.terms())) {
            draft.replace(line.with(terms), !terms.on(null).equals(line.terms().on(null)));
        }
        Patch<Instant> from = Patch.none();
        Patch<Instant> until = Patch.none();
        if (patch.validFrom().said() || patch.validUntil().said()) {
            TicketTerms ticket = facts.ticket(line.id());
            from = different(patch.validFrom(), ticket.validFrom());
            until = different(patch.validUntil(), ticket.validUntil());
        }
        if (productDiffers || dateDiffers || from.said() || until.said()) {
            draft.alter(new AlteredLine(line.id(), item, variation, subevent, from, until));
        }
    }

    private static Patch<Instant> different(Patch<Instant> wanted, @Nullable Instant present) {
        return Objects.equals(wanted.or(present), present) ? Patch.none() : wanted;
    }
}
