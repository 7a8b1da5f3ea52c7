package org.gatebook.command.order.form;

import static org.gatebook.web.form.kind.Types.dateTime;
import static org.gatebook.web.form.kind.Types.flag;
import static org.gatebook.web.form.kind.Types.integer;
import static org.gatebook.web.form.kind.Types.money;
import static org.gatebook.web.form.kind.Types.text;
import static org.gatebook.web.form.reference.References.id;
import static org.gatebook.web.form.reference.References.slug;

import java.math.BigDecimal;
import java.time.Instant;
import org.gatebook.api.medium.MediumId;
import org.gatebook.api.offer.Item;
import org.gatebook.api.offer.Item.Variation;
import org.gatebook.api.offer.Subevent;
import org.gatebook.api.offer.Voucher;
import org.gatebook.command.order.form.attendee.AttendeeForm;
import org.gatebook.web.error.FieldErrorCollector;
import org.gatebook.web.form.Field;
import org.gatebook.web.form.Form;
import org.gatebook.web.form.Parsed;
import org.gatebook.web.form.type.Lookups;
import org.gatebook.web.form.type.Relation;
import org.gatebook.web.form.type.Type;
import org.jspecify.annotations.Nullable;

/** A position of a new order (behaviour notes, orders 7.3). */
final class PositionForm {

    private static final String SUBEVENT_NAME = "subevent";
    private static final int LONGEST = 255;

    static final Relation<Long, EventOwned<Item>> ITEMS = Relation.byId("item");
    static final Relation<Long, Variation> VARIATIONS = Relation.byId("variation");
    static final Relation<Long, EventOwned<Subevent>> SUBEVENTS = Relation.byId("subevent");
    static final Relation<String, String> SERIES = Relation.byText("series");
    static final Relation<String, String> FREE_SECRETS = Relation.byText("free ticket secret");
    static final Relation<String, Voucher> VOUCHERS = Relation.byText("voucher");
    static final Relation<Long, FoundMedium> MEDIA = Relation.byId("reusable medium");

    /** A reusable medium, and whether it is the organizer's. */
    record FoundMedium(MediumId id, boolean own) {}

    static final Field<Long> NUMBER =
            Field.optional("positionid", integer().atLeast(0).atMost(Integer.MAX_VALUE));
    static final Field<Long> ADDON_TO = Field.optional("addon_to", integer()).nullable();
    static final Field<Item> ITEM = Field.required(
            "item",
            EventOwned.type(ITEMS, "The specified item does not belong to this event.")
                    .must(Item::active, "The specified item is not active."));
    static final Field<Variation> VARIATION =
            Field.optional("variation", id(VARIATIONS)).nullable();
    static final Field<Subevent> SUBEVENT =
            Field.optional(SUBEVENT_NAME, date()).nullable();
    static final Field<BigDecimal> PRICE = Field.optional("price", money()).nullable();
    static final Field<Voucher> VOUCHER =
            Field.optional("voucher", slug("code", VOUCHERS)).nullable();
    static final Field<String> SEAT = Field.optional("seat", text()).nullable();
    static final Field<String> SECRET =
            Field.optional("secret", text().upTo(LONGEST).must(PositionForm::secretFault));
    private static final Field<Boolean> BUNDLED = Field.optional("is_bundled", flag());
    static final Field<Instant> VALID_FROM =
            Field.optional("valid_from", dateTime()).nullable();
    static final Field<Instant> VALID_UNTIL =
            Field.optional("valid_until", dateTime()).nullable();
    private static final Field<Instant> REQUESTED_VALID_FROM =
            Field.optional("requested_valid_from", dateTime()).nullable();
    private static final Field<MediumId> MEDIUM = Field.optional("use_reusable_medium", ownMedium());
    static final Form FORM = AttendeeForm.checked(AttendeeForm.with(Form.of(
                    NUMBER,
                    ITEM,
                    VARIATION,
                    PRICE,
                    SECRET,
                    ADDON_TO,
                    SUBEVENT,
                    SEAT,
                    VOUCHER,
                    VALID_FROM,
                    VALID_UNTIL,
                    REQUESTED_VALID_FROM,
                    MEDIUM,
                    BUNDLED))
            .check(PositionForm::checkDate)
            .check(PositionForm::checkVariation));

    private PositionForm() {}

    private static Type<MediumId> ownMedium() {
        return id(MEDIA)
                .must(FoundMedium::own, "The specified medium does not belong to this organizer.")
                .as(FoundMedium::id);
    }

    private static Type<Subevent> date() {
        return id(SUBEVENTS)
                .must((found, lookups) -> {
                    if (lookups.find(SERIES, SUBEVENT_NAME) == null) {
                        return "You cannot set a subevent for this event.";
                    }
                    return found.own() == null ? "The specified subevent does not belong to this event." : null;
                })
                .as(EventOwned::known);
    }

    private static @Nullable String secretFault(String secret, Lookups lookups) {
        return lookups.find(FREE_SECRETS, secret) == null
                ? "You cannot assign a position secret that already exists."
                : null;
    }

    /** Leaving the date out is no fault of the form, but no quota will have the position. */
    static void checkDate(Parsed sent, FieldErrorCollector errors, Lookups lookups) {
        boolean saidNone = sent.wasSent(SUBEVENT) && sent.find(SUBEVENT) == null;
        if (saidNone && lookups.find(SERIES, SUBEVENT_NAME) != null) {
            errors.add("You need to set a subevent.", SUBEVENT.name());
        }
    }

    static void checkVariation(Parsed sent, FieldErrorCollector errors) {
        Variation variation = sent.find(VARIATION);
        String fault = variationFault(sent.get(ITEM), variation == null ? null : variation.id());
        if (fault != null) {
            errors.add(fault, VARIATION.name());
        }
    }

    static @Nullable String variationFault(Item item, @Nullable Long variation) {
        if (item.variations().isEmpty()) {
            return variation == null ? null : "You cannot specify a variation for this item.";
        }
        if (variation == null) {
            return "You should specify a variation for this item.";
        }
        return item.variation(variation).isEmpty()
                ? "The specified variation does not belong to the specified item."
                : null;
    }

    /**
     * What is wanted.
     *
     * @param index the position's place in the list, which numbers it if the client has not
     * @param nameScheme the event's, for parts of a name that do not say theirs
     */
    static PositionWish wish(Parsed sent, int index, String nameScheme, Lookups lookups) {
        long number = sent.get(NUMBER, 0L);
        long addonTo = sent.get(ADDON_TO, 0L);
        return new PositionWish(
                number == 0 ? index + 1 : Math.toIntExact(number),
                addonTo == 0 ? null : Math.toIntExact(addonTo),
                sent.get(ITEM),
                sent.find(VARIATION),
                sent.find(SUBEVENT),
                sent.find(PRICE),
                sent.find(VOUCHER),
                sent.find(SEAT),
                AttendeeForm.attendee(sent, nameScheme, lookups),
                sent.find(SECRET),
                sent.get(BUNDLED, false),
                validity(sent),
                sent.find(MEDIUM));
    }

    private static ValidityWish validity(Parsed sent) {
        return sent.wasSent(VALID_FROM) || sent.wasSent(VALID_UNTIL)
                ? new ValidityWish.Exactly(sent.find(VALID_FROM), sent.find(VALID_UNTIL))
                : new ValidityWish.AsProduct(sent.find(REQUESTED_VALID_FROM));
    }
}
