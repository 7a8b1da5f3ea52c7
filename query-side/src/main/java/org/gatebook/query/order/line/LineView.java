package org.gatebook.query.order.line;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gatebook.api.order.Attendee;
import org.gatebook.api.order.OrderLine;
import org.gatebook.api.order.change.LineTerms;
import org.gatebook.catalogue.person.NameScheme;
import org.jspecify.annotations.Nullable;

/**
 * A position as its order knows it, and whether it was taken out; an erased attendee is nobody in particular.
 *
 * @param movedOn whether it is in another order now, so that this one no longer shows it
 */
public record LineView(
        long id,
        int positionid,
        long item,
        @Nullable Long variation,
        @Nullable Long subevent,
        BigDecimal price,
        @Nullable Long taxRule,
        BigDecimal taxRate,
        BigDecimal taxValue,
        @Nullable Long voucher,
        @Nullable BigDecimal voucherBudgetUse,
        @Nullable Long discount,
        @Nullable Long addonTo,
        boolean bundled,
        @Nullable Long seat,
        Attendee attendee,
        boolean canceled,
        boolean movedOn) {

    static LineView of(OrderLine line) {
        return new LineView(
                line.id(),
                line.positionid(),
                line.item(),
                line.variation(),
                line.subevent(),
                line.price().amount(),
                line.taxRule(),
                line.taxRate(),
                line.taxValue().amount(),
                line.voucher(),
                line.voucherBudgetUse() == null ? null : line.voucherBudgetUse().amount(),
                line.discount(),
                line.addonTo(),
                line.bundled(),
                line.seat(),
                line.attendee().value().orElseGet(Attendee::unknown),
                false,
                false);
    }

    LineView taken() {
        return with(attendee, true, movedOn);
    }

    LineView splitOff() {
        return with(attendee, canceled, true);
    }

    LineView with(Attendee changed) {
        return with(changed, canceled, movedOn);
    }

    LineView with(LineTerms terms) {
        return new LineView(
                id,
                positionid,
                terms.item(),
                terms.variation(),
                terms.subevent(),
                terms.price().amount(),
                terms.taxRule(),
                terms.taxRate(),
                terms.taxValue().amount(),
                voucher,
                terms.voucherBudgetUse() == null
                        ? null
                        : terms.voucherBudgetUse().amount(),
                discount,
                addonTo,
                bundled,
                terms.seat(),
                attendee,
                canceled,
                movedOn);
    }

    /** The same with some questions answered, in the place of earlier answers, and others without one. */
    LineView answered(List<Attendee.Answer> given, Set<Long> withdrawn) {
        Map<Long, Attendee.Answer> all = new LinkedHashMap<>();
        attendee.answers().forEach(answer -> all.put(answer.question(), answer));
        all.keySet().removeAll(withdrawn);
        given.forEach(answer -> all.put(answer.question(), answer));
        return with(attendee.with(List.copyOf(all.values())));
    }

    private LineView with(Attendee changed, boolean isCanceled, boolean isElsewhere) {
        return new LineView(
                id,
                positionid,
                item,
                variation,
                subevent,
                price,
                taxRule,
                taxRate,
                taxValue,
                voucher,
                voucherBudgetUse,
                discount,
                addonTo,
                bundled,
                seat,
                changed,
                isCanceled,
                isElsewhere);
    }

    /** Null if there is none; empty if the scheme shows none of the parts that were given. */
    public @Nullable String attendeeName() {
        return attendee.nameParts().isEmpty() ? null : NameScheme.wholeName(attendee.nameParts());
    }
}
