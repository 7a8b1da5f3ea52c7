package org.gatebook.catalogue.item;

import static org.gatebook.catalogue.crud.Fields.flag;
import static org.gatebook.catalogue.crud.Fields.optionalChoice;
import static org.gatebook.catalogue.crud.Fields.optionalCount;
import static org.gatebook.catalogue.crud.Fields.optionalMoment;
import static org.gatebook.web.form.reference.References.id;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.gatebook.api.medium.MediumType;
import org.gatebook.catalogue.crud.Change;
import org.gatebook.catalogue.directory.OrganizerSnapshots;
import org.gatebook.catalogue.event.EventReferences;
import org.gatebook.catalogue.resource.Document;
import org.gatebook.web.error.ApiError;
import org.gatebook.web.form.Field;
import org.gatebook.web.form.Parsed;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Rules about several fields of a product. Like the reference they look at what was sent, not at what is there already: a
 * PATCH of one limit is not compared with the other one.
 */
@Component
final class ItemRules {

    static final Field<Document> CATEGORY =
            Field.optional("category", id(EventReferences.CATEGORY)).nullable();
    static final Field<Document> TAX_RULE =
            Field.optional("tax_rule", id(EventReferences.TAX_RULE)).nullable();
    static final Field<Boolean> ADMISSION = flag("admission", false);
    static final Field<Boolean> PERSONALIZED = flag("personalized", false);
    static final Field<Boolean> ISSUE_GIFTCARD = flag("issue_giftcard", false);
    static final Field<Instant> AVAILABLE_FROM = optionalMoment("available_from");
    static final Field<Instant> AVAILABLE_UNTIL = optionalMoment("available_until");
    static final Field<Long> MIN_PER_ORDER = optionalCount("min_per_order");
    static final Field<Long> MAX_PER_ORDER = optionalCount("max_per_order");
    static final Field<String> MEDIA_POLICY = optionalChoice("media_policy", "reuse", "new", "reuse_or_new");
    static final Field<String> MEDIA_TYPE = optionalChoice(
            "media_type",
            Arrays.stream(MediumType.values()).map(MediumType::wireName).toArray(String[]::new));

    private final OrganizerSnapshots organizers;
    private final Addons addons;
    private final Bundles bundles;
    private final ObjectProvider<ItemUse> use;

    ItemRules(OrganizerSnapshots organizers, Addons addons, Bundles bundles, ObjectProvider<ItemUse> use) {
        this.use = use;
        this.organizers = organizers;
        this.addons = addons;
        this.bundles = bundles;
    }

    void check(Change item) {
        Parsed sent = item.input();
        requireOwn(item, CATEGORY, "The item's category must belong to the same event as the item.");
        requireOwn(item, TAX_RULE, "The item's tax rule must belong to the same event as the item.");
        if (item.isNew()) {
            addons.checkTogether(item, item.parts(Addons.FIELD));
            bundles.checkTogether(item, item.parts(Bundles.FIELD));
        }
        String wrong = wrong(sent);
        String medium = wrong == null ? wrongMedium(item) : null;
        for (String text : Arrays.asList(wrong, medium, wrong == null && medium == null ? wrongKind(sent) : null)) {
            if (text != null) {
                throw item.refused(text);
            }
        }
        settlePersonalized(item);
        item.fill(Memberships.REQUIRED, List.of());
    }

    /** As long as nobody can tell whether a product was sold it counts as sold: orders would lose what they are about. */
    void requireFree(Document item) {
        ItemUse known = use.getIfAvailable();
        if (known == null || known.isItemUsed(item.owner(), item.id())) {
            throw ApiError.detail(
                            403,
                            "This item cannot be deleted because it has already been ordered by a user or currently is"
                                    + " in a users's cart. Please set the item as \"inactive\" instead.")
                    .rejected();
        }
    }

    private static void requireOwn(Change item, Field<Document> field, String otherwise) {
        Document referred = item.input().find(field);
        if (referred != null && EventReferences.isForeign(referred, item.owner())) {
            throw item.refused(field.name(), otherwise);
        }
    }

    private static @Nullable String wrong(Parsed sent) {
        Long min = sent.find(MIN_PER_ORDER);
        Long max = sent.find(MAX_PER_ORDER);
        if (min != null && max != null && min > max) {
            return "The maximum number per order can not be lower than the minimum number per order.";
        }
        Instant from = sent.find(AVAILABLE_FROM);
        Instant until = sent.find(AVAILABLE_UNTIL);
        return from != null && until != null && from.isAfter(until)
                ? "The item's availability cannot end before it starts."
                : null;
    }

    private static @Nullable String wrongKind(Parsed sent) {
        if (sent.get(PERSONALIZED, false) && !sent.get(ADMISSION, false)) {
            return "Only admission products can currently be personalized.";
        }
        if (!sent.get(ISSUE_GIFTCARD, false)) {
            return null;
        }
        Document taxRule = sent.find(TAX_RULE);
        if (taxRule != null && new BigDecimal(taxRule.text("rate")).signum() > 0) {
            return "Gift card products should not be associated with non-zero tax rates since sales tax will be"
                    + " applied when the gift card is redeemed.";
        }
        return sent.get(ADMISSION, false)
                ? "Gift card products should not be admission products at the same time."
                : null;
    }

    private @Nullable String wrongMedium(Change item) {
        String policy = item.input().get(MEDIA_POLICY, "");
        String type = item.input().get(MEDIA_TYPE, "");
        boolean giftcard = item.input().get(ISSUE_GIFTCARD, false);
        if (policy.isEmpty()) {
            return null;
        }
        if (type.isEmpty()) {
            return "If you select a reusable media policy, you also need to select a reusable media type.";
        }
        if (!organizers.of(item.owner().organizer()).settings().isOn("reusable_media_type_" + type)) {
            return "The selected media type is not enabled in your organizer settings.";
        }
        // Chips that are known by their own number only carry gift cards, barcodes only tickets (media notes, 2.1).
        if (type.equals(MediumType.NFC_UID.wireName()) && !giftcard) {
            return "The selected media type does not support usage for tickets currently.";
        }
        if (type.equals(MediumType.BARCODE.wireName()) && giftcard) {
            return "The selected media type does not support usage for gift cards currently.";
        }
        return giftcard
                ? "You currently cannot create gift cards with a reusable media policy. Instead, gift cards for some"
                        + " reusable media types can be created or re-charged directly at the POS."
                : null;
    }

    /** Before there was a choice every ticket of admission was personalized, and clients who do not know it still mean that. */
    private static void settlePersonalized(Change item) {
        Parsed sent = item.input();
        if (item.isNew() && sent.get(ADMISSION, false) && !sent.wasSent(PERSONALIZED)) {
            item.set(PERSONALIZED.name(), true);
        } else if (sent.wasSent(ADMISSION) && !sent.get(ADMISSION, false)) {
            item.set(PERSONALIZED.name(), false);
        }
    }
}
