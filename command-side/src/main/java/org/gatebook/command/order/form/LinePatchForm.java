package org.gatebook.command.order.form;

import static org.gatebook.web.form.kind.Types.dateTime;
import static org.gatebook.web.form.kind.Types.money;
import static org.gatebook.web.form.kind.Types.text;
import static org.gatebook.web.form.reference.References.id;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import org.gatebook.api.money.Money;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.offer.Item;
import org.gatebook.api.offer.Item.Variation;
import org.gatebook.api.offer.Subevent;
import org.gatebook.api.offer.TaxRule;
import org.gatebook.api.order.OrderQuery.KnownLine;
import org.gatebook.api.order.change.LinePatch;
import org.gatebook.api.order.change.Patch;
import org.gatebook.web.form.Field;
import org.gatebook.web.form.Form;
import org.gatebook.web.form.Parsed;
import org.gatebook.web.form.type.Lookups;
import org.gatebook.web.form.type.Relation;
import org.gatebook.web.form.type.Type;
import org.jspecify.annotations.Nullable;

/** Other terms of a position (behaviour notes, orders 15.3, stage A). Products that are no longer sold are taken here. */
public final class LinePatchForm {

    static final Relation<Long, Item> OWN_ITEMS = Relation.byId("item of the event");
    static final Relation<Long, Subevent> OWN_SUBEVENTS = Relation.byId("subevent of the event");
    static final Relation<Long, TaxRule> OWN_TAX_RULES = Relation.byId("tax rule of the event");

    private static final String SUBEVENT_NAME = "subevent";

    private static final Field<Item> ITEM = Field.optional("item", id(OWN_ITEMS));
    private static final Field<Variation> VARIATION =
            Field.optional("variation", id(PositionForm.VARIATIONS)).nullable();
    private static final Field<Subevent> SUBEVENT =
            Field.optional(SUBEVENT_NAME, date()).nullable();
    private static final Field<String> SEAT = Field.optional("seat", text()).nullable();
    private static final Field<BigDecimal> PRICE = Field.optional("price", money());
    private static final Field<TaxRule> TAX_RULE =
            Field.optional("tax_rule", id(OWN_TAX_RULES)).nullable();
    private static final Field<Instant> VALID_FROM =
            Field.optional("valid_from", dateTime()).nullable();
    private static final Field<Instant> VALID_UNTIL =
            Field.optional("valid_until", dateTime()).nullable();

    /** The form. */
    public static final Form FORM = Form.of(ITEM, VARIATION, SUBEVENT, SEAT, PRICE, TAX_RULE, VALID_FROM, VALID_UNTIL)
            .check((sent, errors, lookups) -> {
                boolean saidNone = sent.wasSent(SUBEVENT) && sent.find(SUBEVENT) == null;
                if (saidNone && lookups.find(PositionForm.SERIES, SUBEVENT_NAME) != null) {
                    errors.add("You need to set a subevent.", SUBEVENT_NAME);
                }
            });

    private LinePatchForm() {}

    private static Type<Subevent> date() {
        return id(OWN_SUBEVENTS)
                .must((found, lookups) -> lookups.find(PositionForm.SERIES, SUBEVENT_NAME) == null
                        ? "You cannot set a subevent for this event."
                        : null);
    }

    /** What is wrong under {@code variation} with the product that the position would be of; null if nothing. */
    public static @Nullable String variationFault(Parsed sent, KnownLine present, EventOffer offer) {
        Item item = sent.find(ITEM);
        if (item == null) {
            item = offer.item(present.item()).orElse(null);
        }
        Long variation = sent.wasSent(VARIATION) ? idOf(sent.find(VARIATION)) : present.variation();
        return item == null ? null : PositionForm.variationFault(item, variation);
    }

    /** What shall be different. */
    public static LinePatch patch(Parsed sent, Currency currency) {
        Item item = sent.find(ITEM);
        BigDecimal price = sent.find(PRICE);
        TaxRule rule = sent.find(TAX_RULE);
        Subevent date = sent.find(SUBEVENT);
        return new LinePatch(
                item == null ? Patch.none() : Patch.to(item.id()),
                sent.wasSent(VARIATION) ? Patch.to(idOf(sent.find(VARIATION))) : Patch.none(),
                sent.wasSent(SUBEVENT) ? Patch.to(date == null ? null : date.id()) : Patch.none(),
                sent.wasSent(SEAT) ? Patch.to(sent.find(SEAT)) : Patch.none(),
                price == null ? Patch.none() : Patch.to(new Money(price, currency)),
                sent.wasSent(TAX_RULE) ? Patch.to(rule == null ? null : rule.id()) : Patch.none(),
                sent.wasSent(VALID_FROM) ? Patch.to(sent.find(VALID_FROM)) : Patch.none(),
                sent.wasSent(VALID_UNTIL) ? Patch.to(sent.find(VALID_UNTIL)) : Patch.none());
    }

    /** How the form finds what it refers to. */
    static Lookups lookups(Lookups offered, EventOffer offer) {
        return offered.and(OWN_ITEMS, (Long id) -> offer.items().get(id))
                .and(OWN_SUBEVENTS, (Long id) -> offer.subevents().get(id))
                .and(OWN_TAX_RULES, (Long id) -> offer.taxRules().get(id));
    }

    private static @Nullable Long idOf(@Nullable Variation variation) {
        return variation == null ? null : variation.id();
    }
}
