package org.gatebook.catalogue.item;

import static org.gatebook.catalogue.offer.OfferTexts.decimal;
import static org.gatebook.catalogue.offer.OfferTexts.localized;
import static org.gatebook.catalogue.offer.OfferTexts.moment;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.gatebook.api.offer.Item;
import org.gatebook.api.offer.Validity;
import org.gatebook.catalogue.crud.Resource;
import org.gatebook.catalogue.offer.OfferPart;
import org.gatebook.catalogue.resource.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a product becomes in the snapshot of its event, with all its parts. */
@Configuration(proxyBeanMethods = false)
class ItemsOffered {

    private static final Comparator<Document> BY_RANK =
            Comparator.comparingInt(ItemsOffered::position).thenComparingLong(Document::id);

    @Bean
    OfferPart<Item> itemsOfEvent(ItemResource items) {
        return OfferPart.ofEach(Item.class, items.type(), item -> item(items.resource(), item));
    }

    static Item item(Resource items, Document item) {
        return new Item(
                item.id(),
                localized(item.get("name")),
                blankToNull(item, "internal_name"),
                money(item, "default_price"),
                item.flag("active"),
                item.flag("admission"),
                item.flag("issue_giftcard"),
                item.flag("checkin_attention"),
                blankToNull(item, "checkin_text"),
                (Boolean) item.get("generate_tickets"),
                item.numberOrNull("category"),
                item.numberOrNull("tax_rule"),
                blankToNull(item, "media_policy"),
                blankToNull(item, "media_type"),
                position(item),
                validity(item),
                parts(items, item, Variations.FIELD, ItemsOffered::variation),
                item.flag("personalized"),
                item.flag("allow_cancel"),
                item.flag("require_approval"),
                parts(items, item, Addons.FIELD, ItemsOffered::addon),
                parts(items, item, Bundles.FIELD, ItemsOffered::bundle));
    }

    private static <T> List<T> parts(Resource items, Document item, String field, Function<Document, T> reading) {
        return item.parts(items.part(field).type()).stream()
                .sorted(BY_RANK)
                .map(reading)
                .toList();
    }

    private static Item.Variation variation(Document variation) {
        return new Item.Variation(
                variation.id(),
                localized(variation.get("value")),
                variation.flag("active"),
                decimal(variation.get("default_price")),
                variation.flag("checkin_attention"),
                blankToNull(variation, "checkin_text"),
                position(variation),
                variation.flag("require_approval"));
    }

    private static Item.Addon addon(Document addon) {
        return new Item.Addon(
                addon.id(),
                addon.number("addon_category"),
                (int) addon.number("min_count"),
                (int) addon.number("max_count"),
                addon.flag("price_included"),
                addon.flag("multi_allowed"));
    }

    private static Item.Bundle bundle(Document bundle) {
        return new Item.Bundle(
                bundle.id(),
                bundle.number("bundled_item"),
                bundle.numberOrNull("bundled_variation"),
                (int) bundle.number("count"),
                money(bundle, "designated_price"));
    }

    private static Validity validity(Document item) {
        return switch (Objects.requireNonNullElse(item.textOrNull("validity_mode"), "")) {
            case "fixed" ->
                new Validity.Fixed(moment(item.get("validity_fixed_from")), moment(item.get("validity_fixed_until")));
            case "dynamic" ->
                new Validity.Dynamic(
                        duration(item, "months"),
                        duration(item, "days"),
                        duration(item, "hours"),
                        duration(item, "minutes"),
                        item.flag("validity_dynamic_start_choice"),
                        dayLimit(item));
            default -> new Validity.Unlimited();
        };
    }

    private static int duration(Document item, String unit) {
        Long length = item.numberOrNull("validity_dynamic_duration_" + unit);
        return length == null ? 0 : length.intValue();
    }

    private static @Nullable Integer dayLimit(Document item) {
        Long days = item.numberOrNull("validity_dynamic_start_choice_day_limit");
        return days == null ? null : days.intValue();
    }

    private static int position(Document document) {
        Long rank = document.numberOrNull("position");
        return rank == null ? 0 : rank.intValue();
    }

    private static BigDecimal money(Document document, String field) {
        return new BigDecimal(document.text(field));
    }

    private static @Nullable String blankToNull(Document document, String field) {
        String text = document.textOrNull(field);
        return text == null || text.isBlank() ? null : text;
    }
}
