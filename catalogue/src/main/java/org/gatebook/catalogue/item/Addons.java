package org.gatebook.catalogue.item;

import static org.gatebook.catalogue.crud.Fields.count;
import static org.gatebook.catalogue.crud.Fields.flag;
import static org.gatebook.catalogue.crud.Fields.positiveRank;
import static org.gatebook.catalogue.resource.Sensitivity.PLAIN;
import static org.gatebook.web.form.reference.References.id;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.gatebook.catalogue.crud.Change;
import org.gatebook.catalogue.crud.Declaration;
import org.gatebook.catalogue.crud.Resource;
import org.gatebook.catalogue.event.EventReferences;
import org.gatebook.catalogue.resource.Document;
import org.gatebook.web.form.Field;
import org.gatebook.web.form.Parsed;
import org.gatebook.web.form.type.Mode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Categories whose products may be added to a product: parts of it. */
@Component
final class Addons {

    static final String FIELD = "addons";

    private static final Field<Document> CATEGORY = Field.required("addon_category", id(EventReferences.CATEGORY));
    private static final Field<Long> MIN = count("min_count", 0);
    private static final Field<Long> MAX = count("max_count", 1);

    private static final String FOREIGN = "The add-on's category must belong to the same event as the item.";
    private static final String TAKEN = "The item already has an add-on of this category.";
    private static final String CROSSED = "The maximum count needs to be greater than the minimum count.";

    private final EventReferences references;

    Addons(EventReferences references) {
        this.references = references;
    }

    Declaration declaration() {
        return references
                .one(Resource.declareInside("item", FIELD, "item_addon"), EventReferences.CATEGORY)
                .id()
                .field(PLAIN, CATEGORY)
                .field(PLAIN, MIN)
                .field(PLAIN, MAX)
                .field(PLAIN, positiveRank())
                .field(PLAIN, flag("price_included", false))
                .field(PLAIN, flag("multi_allowed", false))
                .before(this::checkAlone)
                .orderedById()
                .orderedByNumber("position");
    }

    /** What is wrong with add-ons that come with their product; null when all is well. */
    static @Nullable String wrong(List<Parsed> addons) {
        Set<Long> categories = new HashSet<>();
        for (Parsed addon : addons) {
            if (addon.mode() != Mode.CREATE) {
                return null; // refused as a whole, whatever is in it
            }
            // Left out, the maximum is not its usual 1 here: the reference compares what was sent.
            if ((addon.wasSent(MAX) ? addon.get(MAX) : 0) < addon.get(MIN)) {
                return CROSSED;
            }
            if (!categories.add(addon.get(CATEGORY).id())) {
                return TAKEN;
            }
        }
        return null;
    }

    /** What cannot be asked before it is known which event the product is of. */
    void checkTogether(Change item, List<Parsed> addons) {
        if (addons.stream().anyMatch(addon -> EventReferences.isForeign(addon.get(CATEGORY), item.owner()))) {
            throw item.refused(FIELD, FOREIGN);
        }
    }

    private void checkAlone(Change addon) {
        if (addon.comesWithWhole()) {
            return;
        }
        Document category = addon.input().find(CATEGORY);
        if (category != null) {
            if (EventReferences.isForeign(category, addon.owner())) {
                throw addon.refused(CATEGORY.name(), FOREIGN);
            }
            if (isTaken(addon, category.id())) {
                throw addon.refused(CATEGORY.name(), TAKEN);
            }
        }
        if (Objects.requireNonNull(addon.number(MAX.name())) < Objects.requireNonNull(addon.number(MIN.name()))) {
            throw addon.refused(CROSSED);
        }
    }

    private boolean isTaken(Change addon, long category) {
        long item = Objects.requireNonNull(addon.owner().parent());
        return references.some(EventReferences.ITEM, addon.owner(), List.of(item)).stream()
                .flatMap(whole -> whole.rows(FIELD).stream())
                .anyMatch(row ->
                        numberIn(row.get("addon_category")) == category && numberIn(row.get("id")) != addon.id());
    }

    private static long numberIn(@Nullable Object stored) {
        return stored instanceof Number number ? number.longValue() : 0;
    }
}
