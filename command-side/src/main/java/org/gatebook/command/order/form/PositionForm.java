package org.gatebook.command.order.form;

import static org.gatebook.web.form.kind.Types.dateTime;
import static org.gatebook.web.form.kind.Types.email;
import static org.gatebook.web.form.kind.Types.flag;
import static org.gatebook.web.form.kind.Types.integer;
import static org.gatebook.web.form.kind.Types.money;
import static org.gatebook.web.form.kind.Types.text;
import static org.gatebook.web.form.reference.References.id;
import static org.gatebook.web.form.reference.References.slug;
import static org.gatebook.web.form.world.WorldTypes.countryOrBlank;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.gatebook.api.medium.MediumId;
import org.gatebook.api.offer.Item;
import org.gatebook.api.offer.Item.Variation;
import org.gatebook.api.offer.Subevent;
import org.gatebook.api.offer.Voucher;
import org.gatebook.api.order.Attendee;
import org.gatebook.web.error.FieldErrorCollector;
import org.gatebook.web.form.Field;
import org.gatebook.web.form.Form;
import org.gatebook.web.form.Parsed;
import org.gatebook.web.form.type.Lookups;
import org.gatebook.web.form.type.Relation;
import org.gatebook.web.form.type.Type;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A position of a new order (behaviour notes, orders 7.3). */
final class PositionForm {

    private static final String SUBEVENT_NAME = "subevent";
    private static final int LONGEST = 255;
    private static final int LONGEST_ZIPCODE = 30;

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
    private static final Field<Item> ITEM = Field.required(
            "item",
            EventOwned.type(ITEMS, "The specified item does not belong to this event.")
                    .must(Item::active, "The specified item is not active."));
    private static final Field<Variation> VARIATION =
            Field.optional("variation", id(VARIATIONS)).nullable();
    private static final Field<Subevent> SUBEVENT =
            Field.optional(SUBEVENT_NAME, date()).nullable();
    private static final Field<BigDecimal> PRICE =
            Field.optional("price", money()).nullable();
    static final Field<Voucher> VOUCHER =
            Field.optional("voucher", slug("code", VOUCHERS)).nullable();
    private static final Field<String> SEAT = Field.optional("seat", text()).nullable();
    private static final Field<String> NAME =
            Field.optional("attendee_name", text()).nullable();
    private static final Field<JsonNode> NAME_PARTS = Field.optional("attendee_name_parts", PersonName.partsType());
    private static final Field<String> EMAIL =
            Field.optional("attendee_email", email().orBlank()).nullable();
    private static final Field<String> COMPANY = address("company", LONGEST);
    private static final Field<String> STREET =
            Field.optional("street", text().orBlank()).nullable();
    private static final Field<String> ZIPCODE = address("zipcode", LONGEST_ZIPCODE);
    private static final Field<String> CITY = address("city", LONGEST);
    private static final Field<String> COUNTRY =
            Field.optional("country", countryOrBlank()).nullable();
    private static final Field<String> STATE = address("state", LONGEST);
    static final Field<String> SECRET =
            Field.optional("secret", text().upTo(LONGEST).must(PositionForm::secretFault));
    private static final Field<Boolean> BUNDLED = Field.optional("is_bundled", flag());
    private static final Field<Instant> VALID_FROM =
            Field.optional("valid_from", dateTime()).nullable();
    private static final Field<Instant> VALID_UNTIL =
            Field.optional("valid_until", dateTime()).nullable();
    private static final Field<Instant> REQUESTED_VALID_FROM =
            Field.optional("requested_valid_from", dateTime()).nullable();
    private static final Field<MediumId> MEDIUM = Field.optional("use_reusable_medium", ownMedium());
    private static final Field<List<Parsed>> ANSWERS = Field.optional("answers", AnswerForm.FORM.rows());

    private static final PersonName PERSON = new PersonName(NAME, NAME_PARTS);

    static final Form FORM = Form.of(
                    NUMBER,
                    ITEM,
                    VARIATION,
                    PRICE,
                    NAME,
                    NAME_PARTS,
                    COMPANY,
                    STREET,
                    ZIPCODE,
                    CITY,
                    COUNTRY,
                    STATE,
                    EMAIL,
                    SECRET,
                    ADDON_TO,
                    SUBEVENT,
                    ANSWERS,
                    SEAT,
                    VOUCHER,
                    VALID_FROM,
                    VALID_UNTIL,
                    REQUESTED_VALID_FROM,
                    MEDIUM,
                    BUNDLED)
            .check(PositionForm::checkDate)
            .check(PositionForm::checkVariation)
            .check(PERSON.eitherOr())
            .check(StateOfCountry.rule(COUNTRY, STATE));

    private PositionForm() {}

    private static Field<String> address(String name, int longest) {
        return Field.optional(name, text().orBlank().upTo(longest)).nullable();
    }

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
    private static void checkDate(Parsed sent, FieldErrorCollector errors, Lookups lookups) {
        boolean saidNone = sent.wasSent(SUBEVENT) && sent.find(SUBEVENT) == null;
        if (saidNone && lookups.find(SERIES, SUBEVENT_NAME) != null) {
            errors.add("You need to set a subevent.", SUBEVENT.name());
        }
    }

    private static void checkVariation(Parsed sent, FieldErrorCollector errors) {
        Item item = sent.get(ITEM);
        Variation variation = sent.find(VARIATION);
        String fault = null;
        if (item.variations().isEmpty()) {
            fault = variation == null ? null : "You cannot specify a variation for this item.";
        } else if (variation == null) {
            fault = "You should specify a variation for this item.";
        } else if (item.variation(variation.id()).isEmpty()) {
            fault = "The specified variation does not belong to the specified item.";
        }
        if (fault != null) {
            errors.add(fault, VARIATION.name());
        }
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
                attendee(sent, nameScheme, lookups),
                sent.find(SECRET),
                sent.get(BUNDLED, false),
                validity(sent),
                sent.find(MEDIUM));
    }

    private static Attendee attendee(Parsed sent, String nameScheme, Lookups lookups) {
        return new Attendee(
                PERSON.stored(sent, nameScheme),
                sent.find(EMAIL),
                sent.find(COMPANY),
                sent.find(STREET),
                sent.find(ZIPCODE),
                sent.find(CITY),
                country(sent),
                sent.find(STATE),
                AnswerForm.answers(sent.get(ANSWERS, List.of()), lookups));
    }

    private static @Nullable String country(Parsed sent) {
        String country = sent.get(COUNTRY, "");
        return country.isEmpty() ? null : country;
    }

    private static ValidityWish validity(Parsed sent) {
        return sent.wasSent(VALID_FROM) || sent.wasSent(VALID_UNTIL)
                ? new ValidityWish.Exactly(sent.find(VALID_FROM), sent.find(VALID_UNTIL))
                : new ValidityWish.AsProduct(sent.find(REQUESTED_VALID_FROM));
    }
}
