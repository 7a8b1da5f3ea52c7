package org.gatebook.catalogue.category;

import static org.gatebook.catalogue.crud.Fields.flag;
import static org.gatebook.catalogue.crud.Fields.optionalText;
import static org.gatebook.catalogue.crud.Fields.positiveRank;
import static org.gatebook.catalogue.resource.Sensitivity.PLAIN;
import static org.gatebook.web.form.world.WorldTypes.localized;

import java.util.Collections;
import java.util.Map;
import org.gatebook.api.offer.Category;
import org.gatebook.catalogue.crud.Resource;
import org.gatebook.catalogue.crud.ResourceWriter;
import org.gatebook.catalogue.item.ItemResource;
import org.gatebook.catalogue.offer.OfferTexts;
import org.gatebook.catalogue.resource.Document;
import org.gatebook.catalogue.resource.Documents;
import org.gatebook.catalogue.resource.KeptBy;
import org.gatebook.catalogue.resource.ResourceSelection;
import org.gatebook.web.filter.Filters;
import org.gatebook.web.form.Field;
import org.springframework.stereotype.Component;

/** The declaration of categories: groups of products. */
@Component
public final class Categories {

    static final Field<Map<String, String>> NAME = Field.required("name", localized());
    static final Field<Map<String, String>> DESCRIPTION =
            Field.optional("description", localized()).orElse(Map.of());

    private final Documents documents;
    private final ResourceWriter writer;
    private final ItemResource items;
    private final Resource resource;

    Categories(Documents documents, ResourceWriter writer, ItemResource items) {
        this.documents = documents;
        this.writer = writer;
        this.items = items;
        this.resource = Resource.declare("category", KeptBy.EVENT)
                .id()
                .field(PLAIN, NAME)
                .field(PLAIN, optionalText("internal_name", 255))
                .field(PLAIN, DESCRIPTION)
                .field(PLAIN, positiveRank())
                .field(PLAIN, flag("is_addon", false))
                .filteredBy(Filters.flag("is_addon", Resource.flag("is_addon")))
                .ranked()
                .dated()
                .beforeDelete(this::release)
                .build();
    }

    /** The declaration. */
    public Resource resource() {
        return resource;
    }

    /** Products outlive their category. */
    private void release(Document category) {
        documents
                .list(
                        items.type(),
                        ResourceSelection.of(category.owner())
                                .and(
                                        "(document ->> 'category')::bigint = :category",
                                        Map.of("category", category.id())))
                .forEach(item -> writer.follow(items.resource(), item, Collections.singletonMap("category", null)));
    }

    /** The category as decisions see it. */
    static Category offered(Document category) {
        String internal = category.textOrNull("internal_name");
        return new Category(
                category.id(),
                OfferTexts.localized(category.get("name")),
                internal == null || internal.isBlank() ? null : internal,
                Math.toIntExact(category.number("position")),
                category.flag("is_addon"));
    }
}
