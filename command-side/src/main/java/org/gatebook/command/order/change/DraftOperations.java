package org.gatebook.command.order.change;

import java.math.BigDecimal;
import java.util.List;
import org.gatebook.api.decision.Refusal;
import org.gatebook.api.offer.Item;
import org.gatebook.api.offer.TaxRule;
import org.gatebook.api.order.OrderFee;
import org.gatebook.api.order.change.ChangeOperation;
import org.gatebook.api.order.change.ChangeOperation.AddLine;
import org.gatebook.api.order.change.ChangeOperation.AlterLine;
import org.gatebook.api.order.change.ChangeOperation.CancelFee;
import org.gatebook.api.order.change.ChangeOperation.CancelLine;
import org.gatebook.api.order.change.ChangeOperation.ChangeFee;
import org.gatebook.api.order.change.ChangeOperation.Keep;
import org.gatebook.api.order.change.ChangeOperation.RecalculateTaxes;
import org.gatebook.api.order.change.ChangeOperation.SplitLine;
import org.gatebook.api.order.change.ChangeRefusals;
import org.gatebook.api.order.change.LineTerms;
import org.gatebook.api.order.change.NewLine;
import org.gatebook.command.order.price.TaxRates;
import org.gatebook.command.order.price.TaxedPrice;
import org.gatebook.command.order.state.Line;
import org.jspecify.annotations.Nullable;

/** Carries operations out on a draft, one after the other (behaviour notes, orders 17.1 and 17.3). */
final class DraftOperations {

    private final ContentsDraft draft;
    private final ChangeFacts facts;
    private final LineTaxes taxes;
    private int canceled;

    DraftOperations(ContentsDraft draft, ChangeFacts facts) {
        this.draft = draft;
        this.facts = facts;
        this.taxes = new LineTaxes(facts.offer(), new TaxRates(facts.address()));
    }

    /** Why one of them cannot be, or null. */
    @Nullable
    Refusal carryOut(List<ChangeOperation> operations) {
        for (ChangeOperation operation : operations) {
            Refusal refusal = carryOut(operation);
            if (refusal != null) {
                return refusal;
            }
        }
        return null;
    }

    /**
     * How many positions the order gives away, as the reference counts them: add-ons that are split off with their position
     * count, those that are cancelled with it do not (notes to the recordings, "Positions").
     */
    int given() {
        return canceled + draft.moved().size();
    }

    private @Nullable Refusal carryOut(ChangeOperation operation) {
        return switch (operation) {
            case CancelLine cancel -> cancel(cancel.line());
            case AlterLine alter -> alter(alter);
            case SplitLine split -> split(split.line());
            case AddLine add -> add(add.line());
            case CancelFee cancel -> cancelFee(cancel.fee());
            case ChangeFee change -> changeFee(change);
            case RecalculateTaxes recalculate -> recalculate(recalculate.keep());
        };
    }

    private @Nullable Refusal cancel(long id) {
        canceled++;
        Line line = draft.activeLine(id);
        if (line == null) {
            return draft.tookOut(id) ? null : Refusal.notFound();
        }
        draft.family(line).forEach(draft::cancel);
        return null;
    }

    /** A position that was cancelled before can be altered too; the total does not hear of it. */
    private @Nullable Refusal alter(AlterLine alter) {
        Line line = draft.line(alter.line());
        if (line == null) {
            return Refusal.notFound();
        }
        return draft.tookOut(line.id()) ? null : new LineAlteration(facts, taxes, line, alter.patch()).carryOut(draft);
    }

    private @Nullable Refusal split(long id) {
        Line line = draft.activeLine(id);
        if (line == null) {
            return draft.tookOut(id) ? null : Refusal.notFound();
        }
        draft.family(line).forEach(draft::move);
        return null;
    }

    private @Nullable Refusal add(NewLine wanted) {
        Item item = facts.offer().item(wanted.item()).orElse(null);
        if (item == null) {
            return Refusal.notFound();
        }
        Long addonTo = wanted.addonTo();
        Line main = addonTo == null ? null : draft.activeLine(addonTo);
        return new LineAddition(facts, taxes, wanted, item, main).carryOut(draft);
    }

    private @Nullable Refusal cancelFee(long id) {
        if (draft.fee(id) == null) {
            return Refusal.notFound();
        }
        draft.cancelFee(id);
        return null;
    }

    private @Nullable Refusal changeFee(ChangeFee change) {
        OrderFee fee = draft.fee(change.fee());
        if (fee == null) {
            return draft.tookOutFee(change.fee()) ? null : Refusal.notFound();
        }
        TaxRule rule = ruleOf(fee);
        if (taxes.forbid(rule)) {
            return ChangeRefusals.NOT_SOLD_THERE;
        }
        TaxedPrice value = TaxedPrice.ofGross(change.value(), taxes.rate(rule));
        draft.replace(new OrderFee(
                fee.id(),
                fee.feeType(),
                value.gross(),
                fee.description(),
                fee.internalType(),
                rule == null ? null : rule.id(),
                value.rate(),
                value.tax()));
        return null;
    }

    /** A payment fee without a rule is taxed as usual from now on (behaviour notes, orders 8.7). */
    private @Nullable TaxRule ruleOf(OrderFee fee) {
        boolean usual = fee.taxRule() == null && fee.feeType().equals(OrderFee.PAYMENT);
        return taxes.rule(usual ? facts.offer().terms().defaultTaxRule() : fee.taxRule());
    }

    /** Fees are not taxed anew; what is sold for nothing has no tax to change. */
    private @Nullable Refusal recalculate(Keep keep) {
        for (Line line : draft.held().toList()) {
            LineTerms terms = line.terms();
            TaxRule rule = taxes.rule(terms.taxRule());
            if (rule == null || terms.price().amount().signum() == 0) {
                continue;
            }
            if (taxes.forbid(rule)) {
                return ChangeRefusals.NOT_SOLD_THERE;
            }
            BigDecimal rate = taxes.rate(rule);
            if (rate.compareTo(terms.taxRate()) != 0) {
                TaxedPrice price = switch (keep) {
                    case NET -> TaxedPrice.ofNet(terms.price().minus(terms.taxValue()), rate);
                    case GROSS -> TaxedPrice.ofGross(terms.price(), rate);
                };
                draft.replace(line.with(LineTaxes.costing(terms, price, rule)), true);
            }
        }
        return null;
    }
}
