package org.gatebook.catalogue.item;

import static org.gatebook.catalogue.crud.Fields.flag;
import static org.gatebook.catalogue.crud.Fields.optionalLocalized;
import static org.gatebook.catalogue.crud.Fields.optionalMoment;
import static org.gatebook.catalogue.crud.Fields.optionalMoney;
import static org.gatebook.catalogue.crud.Fields.optionalText;
import static org.gatebook.catalogue.crud.Fields.positiveRank;
import static org.gatebook.catalogue.resource.Sensitivity.PLAIN;
import static org.gatebook.web.form.world.WorldTypes.localized;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gatebook.catalogue.channel.ChannelFields;
import org.gatebook.catalogue.crud.Change;
import org.gatebook.catalogue.crud.Declaration;
import org.gatebook.catalogue.crud.Resource;
import org.gatebook.catalogue.event.EventReferences;
import org.gatebook.catalogue.event.Referrers;
import org.gatebook.catalogue.resource.Document;
import org.gatebook.catalogue.resource.Owner;
import org.gatebook.web.error.ApiError;
import org.gatebook.web.filter.Filters;
import org.gatebook.web.form.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Variations, parts of their product. */
@Component
final class Variations {

    static final String FIELD = "variations";

    private final EventReferences references;
    private final ItemMetaData metaData;
    private final ChannelFields channels;
    private final Referrers referrers;
    private final ObjectProvider<ItemUse> use;

    Variations(
            EventReferences references,
            ItemMetaData metaData,
            ChannelFields channels,
            Referrers referrers,
            ObjectProvider<ItemUse> use) {
        this.references = references;
        this.referrers = referrers;
        this.use = use;
        this.metaData = metaData;
        this.channels = channels;
    }

    Declaration declaration() {
        Declaration declaration = Resource.declareInside("item", FIELD, "item_variation")
                .id()
                .field(PLAIN, Field.required("value", localized()))
                .field(PLAIN, flag("active", true))
                .field(PLAIN, optionalLocalized("description"))
                .field(PLAIN, positiveRank())
                .field(PLAIN, optionalMoney("default_price"))
                .gathered((variations, links) -> ofItem(variations), "price")
                .field(PLAIN, optionalMoney("original_price"))
                .field(PLAIN, optionalMoney("free_price_suggestion"))
                .field(PLAIN, flag("require_approval", false))
                .field(PLAIN, flag("require_membership", false))
                .field(PLAIN, Memberships.required())
                .field(PLAIN, flag("require_membership_hidden", false))
                .field(PLAIN, flag("checkin_attention", false))
                .field(PLAIN, optionalText("checkin_text"))
                .field(PLAIN, optionalMoment("available_from"))
                .field(PLAIN, ItemResource.whenNotAvailable("available_from_mode"))
                .field(PLAIN, optionalMoment("available_until"))
                .field(PLAIN, ItemResource.whenNotAvailable("available_until_mode"));
        channels.declare(declaration)
                .field(PLAIN, flag("hide_without_voucher", false))
                .unseen(PLAIN, ItemMetaData.META_DATA)
                .gathered((variations, links) -> ofItem(variations), "meta_data");
        Memberships.declare(declaration);
        return channels.declareFormer(declaration)
                .before(this::join)
                .before(metaData::check)
                .beforeDelete(this::requireFree)
                .afterDelete(variation -> referrers.gone(EventReferences.VARIATION, variation))
                .filteredBy(
                        Filters.flag("active", Resource.flag("active")),
                        Filters.containing("search", Resource.column("value")))
                .orderedById()
                .orderedByNumber("position");
    }

    private void join(Change variation) {
        variation.fill(Memberships.REQUIRED, List.of());
        if (variation.isNew() && !variation.comesWithWhole() && siblings(variation.owner()) == 0) {
            throw ApiError.detail(
                            403,
                            "This variation cannot be created because the item does not have variations. Changing a"
                                    + " product without variations to a product with variations is not allowed.")
                    .rejected();
        }
    }

    /** As long as nobody can tell whether a variation was sold it counts as sold: orders would lose what they are about. */
    private void requireFree(Document variation) {
        Owner item = variation.owner();
        ItemUse known = use.getIfAvailable();
        if (known == null
                || known.isVariationUsed(item.whole(), Objects.requireNonNull(item.parent()), variation.id())) {
            throw ApiError.detail(
                            403,
                            "This variation cannot be deleted because it has already been ordered by a user or"
                                    + " currently is in a users's cart. Please set the variation as 'inactive' instead.")
                    .rejected();
        }
        if (siblings(item) == 1) {
            throw ApiError.detail(
                            403,
                            "This variation cannot be deleted because it is the only variation. Changing a product with"
                                    + " variations to a product without variations is not allowed.")
                    .rejected();
        }
    }

    private int siblings(Owner item) {
        return references.some(EventReferences.ITEM, item, List.of(Objects.requireNonNull(item.parent()))).stream()
                .mapToInt(whole -> whole.rows(FIELD).size())
                .sum();
    }

    /** What variations show of their products: the price that holds if they have none, and texts that they do not replace. */
    private Map<Long, Map<String, @Nullable Object>> ofItem(List<Document> variations) {
        Map<Long, Map<String, @Nullable Object>> shown = new HashMap<>();
        if (variations.isEmpty()) {
            return shown;
        }
        Map<Long, Document> items = new HashMap<>();
        List<Long> wanted = variations.stream()
                .map(variation -> Objects.requireNonNull(variation.owner().parent()))
                .distinct()
                .toList();
        references
                .some(EventReferences.ITEM, variations.getFirst().owner(), wanted)
                .forEach(item -> items.put(item.id(), item));
        Map<String, @Nullable Object> declared =
                metaData.declared(variations.getFirst().owner());
        for (Document variation : variations) {
            Document item = Objects.requireNonNull(items.get(variation.owner().parent()));
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            Object own = variation.get("default_price");
            values.put("price", own == null ? item.get("default_price") : own);
            values.put("meta_data", ItemMetaData.over(ItemMetaData.over(declared, item), variation));
            shown.put(variation.id(), values);
        }
        return shown;
    }
}
