package org.gatebook.catalogue.item;

import static org.gatebook.catalogue.crud.Fields.count;
import static org.gatebook.catalogue.resource.Sensitivity.PLAIN;
import static org.gatebook.web.form.kind.Types.decimal;
import static org.gatebook.web.form.reference.References.id;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.gatebook.catalogue.crud.Change;
import org.gatebook.catalogue.crud.Declaration;
import org.gatebook.catalogue.crud.Resource;
import org.gatebook.catalogue.event.EventReferences;
import org.gatebook.catalogue.resource.Document;
import org.gatebook.catalogue.resource.Owner;
import org.gatebook.web.form.Field;
import org.gatebook.web.form.Parsed;
import org.gatebook.web.form.type.Relation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Products that are sold inside another product: parts of it. */
@Component
final class Bundles {

    static final String FIELD = "bundles";

    private static final Field<Document> ITEM = Field.required("bundled_item", id(EventReferences.ITEM));
    private static final Field<Document> VARIATION =
            Field.optional("bundled_variation", id(EventReferences.VARIATION)).nullable();

    private final EventReferences references;

    Bundles(EventReferences references) {
        this.references = references;
    }

    Declaration declaration() {
        Declaration declaration = Resource.declareInside("item", FIELD, "item_bundle");
        references.many(declaration, EventReferences.ITEM);
        references.many(declaration, EventReferences.VARIATION);
        return declaration
                .id()
                .field(PLAIN, ITEM)
                .field(PLAIN, VARIATION)
                .field(PLAIN, count("count", 1))
                .field(PLAIN, Field.optional("designated_price", decimal(13, 2)).orElse(new BigDecimal("0.00")))
                .before(this::checkAlone)
                .orderedById();
    }

    /** Says what is wrong with bundles that come with their product. */
    void checkTogether(Change item, List<Parsed> bundles) {
        for (Parsed bundle : bundles) {
            String wrong = wrong(bundle.get(ITEM), bundle.find(VARIATION), item.owner());
            if (wrong != null) {
                throw item.refused(FIELD, wrong);
            }
        }
    }

    private void checkAlone(Change bundle) {
        if (bundle.comesWithWhole()) {
            return;
        }
        Document bundled = present(bundle, ITEM, EventReferences.ITEM);
        if (bundled == null) {
            throw bundle.refused(ITEM.name(), "This field may not be null.");
        }
        String wrong = wrong(bundled, present(bundle, VARIATION, EventReferences.VARIATION), bundle.owner());
        if (wrong != null) {
            throw bundle.refused(wrong);
        }
        if (Objects.equals(bundled.id(), bundle.owner().parent())) {
            throw bundle.refused("The bundled item must not be the same item as the bundling one.");
        }
        if (!bundled.rows(FIELD).isEmpty()) {
            throw bundle.refused("The bundled item must not have bundles on its own.");
        }
    }

    private @Nullable Document present(Change bundle, Field<Document> field, Relation<Long, Document> relation) {
        if (bundle.input().has(field)) {
            return bundle.input().find(field);
        }
        Long kept = bundle.number(field.name());
        return kept == null
                ? null
                : references.some(relation, bundle.owner(), List.of(kept)).stream()
                        .findFirst()
                        .orElse(null);
    }

    private static @Nullable String wrong(Document item, @Nullable Document variation, Owner owner) {
        if (EventReferences.isForeign(item, owner)) {
            return "The bundled item must belong to the same event as the item.";
        }
        if (variation == null) {
            return item.rows(Variations.FIELD).isEmpty() ? null : "A variation needs to be set for this item.";
        }
        return Objects.equals(variation.owner().parent(), item.id())
                ? null
                : "The chosen variation does not belong to this item.";
    }
}
