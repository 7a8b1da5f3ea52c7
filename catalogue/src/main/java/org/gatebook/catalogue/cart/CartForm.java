package org.gatebook.catalogue.cart;

import static org.gatebook.web.form.kind.Types.dateTime;
import static org.gatebook.web.form.kind.Types.email;
import static org.gatebook.web.form.kind.Types.flag;
import static org.gatebook.web.form.kind.Types.json;
import static org.gatebook.web.form.kind.Types.money;
import static org.gatebook.web.form.kind.Types.text;
import static org.gatebook.web.form.reference.References.id;
import static org.gatebook.web.form.reference.References.slug;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.offer.Item;
import org.gatebook.catalogue.event.EventReferences;
import org.gatebook.catalogue.resource.Document;
import org.gatebook.catalogue.saleschannel.SalesChannels;
import org.gatebook.web.error.FieldErrorCollector;
import org.gatebook.web.form.Field;
import org.gatebook.web.form.Form;
import org.gatebook.web.form.Parsed;
import org.gatebook.web.form.type.Lookups;
import org.gatebook.web.form.type.Relation;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What may be put into a cart: a position, and with it its add-ons and what is sold inside it. */
final class CartForm {

    /** What the event offers, for rules that need to know it. */
    static final Relation<String, EventOffer> OFFER = Relation.byText("event");

    private static final int LONGEST = 255;

    static final Field<Document> ITEM =
            Field.required("item", id(EventReferences.ITEM).must(CartForm::sellable));
    static final Field<Document> VARIATION =
            Field.optional("variation", id(EventReferences.VARIATION)).nullable();
    static final Field<BigDecimal> PRICE = Field.required("price", money());
    static final Field<String> NAME = Field.optional("attendee_name", text()).nullable();
    static final Field<JsonNode> NAME_PARTS =
            Field.optional("attendee_name_parts", json().must(parts -> parts.isObject(), "Invalid data type"));
    static final Field<String> EMAIL =
            Field.optional("attendee_email", email().orBlank()).nullable();
    static final Field<Document> SUBEVENT =
            Field.optional("subevent", id(EventReferences.SUBEVENT)).nullable();
    static final Field<Boolean> INCLUDES_TAX =
            Field.optional("includes_tax", flag()).nullable();
    static final Field<List<Parsed>> ANSWERS = Field.optional("answers", CartAnswers.FORM.rows());

    private static final Form PART = Form.of(
                    ITEM, VARIATION, PRICE, NAME, NAME_PARTS, EMAIL, SUBEVENT, INCLUDES_TAX, ANSWERS)
            .check(CartForm::check);

    static final Field<String> CART = Field.optional(
                    "cart_id",
                    text().orBlank()
                            .upTo(LONGEST)
                            .must(
                                    cart -> cart.isEmpty() || cart.endsWith("@api"),
                                    "Cart ID should end in @api or be empty."))
            .nullable();
    static final Field<Instant> EXPIRES = Field.optional("expires", dateTime());
    static final Field<List<Parsed>> ADDONS = Field.optional("addons", PART.rows());
    static final Field<List<Parsed>> BUNDLED = Field.optional("bundled", PART.rows());
    static final Field<String> SEAT = Field.optional("seat", text()).nullable();
    static final Field<Document> SALES_CHANNEL =
            Field.optional("sales_channel", slug("identifier", SalesChannels.CHANNEL));
    static final Field<String> VOUCHER = Field.optional("voucher", text()).nullable();

    static final Form FORM = PART.and(CART, EXPIRES, ADDONS, BUNDLED, SEAT, SALES_CHANNEL, VOUCHER)
            .check(CartForm::checkParts);

    private CartForm() {}

    /** What the event offers. */
    static EventOffer offer(Lookups lookups) {
        return Objects.requireNonNull(lookups.find(OFFER, ""));
    }

    private static @Nullable String sellable(Document item, Lookups lookups) {
        Item offered = offer(lookups).items().get(item.id());
        if (offered == null) {
            return "The specified item does not belong to this event.";
        }
        return offered.active() ? null : "The specified item is not active.";
    }

    private static void check(Parsed sent, FieldErrorCollector errors, Lookups lookups) {
        EventOffer offer = offer(lookups);
        String fault = dateFault(sent, offer);
        if (fault != null) {
            errors.add(fault, SUBEVENT.name());
            return;
        }
        Item item = item(sent, offer);
        Document variation = sent.find(VARIATION);
        if (item.variations().isEmpty() && variation != null) {
            errors.add("You cannot specify a variation for this item.");
        } else if (!item.variations().isEmpty() && variation == null) {
            errors.add("You should specify a variation for this item.");
        } else if (variation != null && item.variation(variation.id()).isEmpty()) {
            errors.add("The specified variation does not belong to the specified item.");
        } else if (sent.find(NAME) != null && hasParts(sent)) {
            errors.add("Do not specify attendee_name if you specified attendee_name_parts.", NAME.name());
        }
    }

    private static boolean hasParts(Parsed sent) {
        JsonNode parts = sent.find(NAME_PARTS);
        return parts != null && !parts.isEmpty();
    }

    /** A date that is left out is no fault here; the position then is in no quota. */
    private static @Nullable String dateFault(Parsed sent, EventOffer offer) {
        Document date = sent.find(SUBEVENT);
        if (!offer.series()) {
            return date == null ? null : "You cannot set a subevent for this event.";
        }
        if (date == null) {
            return sent.wasSent(SUBEVENT) ? "You need to set a subevent." : null;
        }
        return offer.subevent(date.id()).isPresent() ? null : "The specified subevent does not belong to this event.";
    }

    private static void checkParts(Parsed sent, FieldErrorCollector errors, Lookups lookups) {
        EventOffer offer = offer(lookups);
        Item main = item(sent, offer);
        for (Parsed addon : sent.get(ADDONS, List.of())) {
            Item item = item(addon, offer);
            if (main.addonOf(item.category()).isEmpty()) {
                errors.add(unusable(item, "an add-on", main, offer), ADDONS.name());
                return;
            }
        }
        for (Parsed part : sent.get(BUNDLED, List.of())) {
            Item item = item(part, offer);
            Document variation = part.find(VARIATION);
            Long of = variation == null ? null : variation.id();
            boolean inside = main.bundles().stream()
                    .anyMatch(bundle -> bundle.item() == item.id() && Objects.equals(bundle.variation(), of));
            if (!inside) {
                errors.add(unusable(item, "an bundled", main, offer), BUNDLED.name());
                return;
            }
        }
    }

    private static String unusable(Item part, String how, Item main, EventOffer offer) {
        return "The product \"%s\" can not be used as %s product for \"%s\"."
                .formatted(part.name().in(offer.locale()), how, main.name().in(offer.locale()));
    }

    static Item item(Parsed sent, EventOffer offer) {
        return Objects.requireNonNull(offer.items().get(sent.get(ITEM).id()));
    }
}
