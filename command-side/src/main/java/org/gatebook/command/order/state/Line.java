package org.gatebook.command.order.state;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatebook.api.money.Money;
import org.gatebook.api.order.OrderLine;
import org.gatebook.api.order.change.LineTerms;
import org.jspecify.annotations.Nullable;

/**
 * A position, as far as decisions and the counters of places look at it: without who comes.
 *
 * @param soldCard whether a gift card was sold with it, which has its number
 */
public record Line(
        long id,
        int positionid,
        LineTerms terms,
        @Nullable Long voucher,
        @Nullable Long discount,
        @Nullable Long addonTo,
        boolean bundled,
        boolean canceled,
        boolean soldCard) {

    /** A position that is new. */
    public static Line of(OrderLine line) {
        return new Line(
                line.id(),
                line.positionid(),
                line.terms(),
                line.voucher(),
                line.discount(),
                line.addonTo(),
                line.bundled(),
                false,
                false);
    }

    /** The dates of a series that these positions are for. */
    public static Set<Long> dates(Collection<Line> lines) {
        return lines.stream()
                .map(Line::subevent)
                .flatMap(Stream::ofNullable)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The product. */
    public long item() {
        return terms.item();
    }

    /** The date; null in events that are no series. */
    public @Nullable Long subevent() {
        return terms.subevent();
    }

    /** What it costs, gross. */
    public Money price() {
        return terms.price();
    }

    /** The same taken out. */
    public Line cancel() {
        return new Line(id, positionid, terms, voucher, discount, addonTo, bundled, true, soldCard);
    }

    /** The same with a gift card. */
    public Line sellCard() {
        return new Line(id, positionid, terms, voucher, discount, addonTo, bundled, canceled, true);
    }

    /** The same under other terms. */
    public Line with(LineTerms changed) {
        return new Line(id, positionid, changed, voucher, discount, addonTo, bundled, canceled, soldCard);
    }
}
