package org.gatebook.catalogue.discount;

import static org.gatebook.catalogue.crud.Fields.flag;
import static org.gatebook.catalogue.crud.Fields.optionalMoment;
import static org.gatebook.catalogue.crud.Fields.positiveRank;
import static org.gatebook.catalogue.resource.Sensitivity.PLAIN;
import static org.gatebook.web.form.kind.Types.text;
import static org.gatebook.web.form.reference.References.ids;

import java.util.List;
import org.gatebook.catalogue.channel.ChannelFields;
import org.gatebook.catalogue.crud.Change;
import org.gatebook.catalogue.crud.Declaration;
import org.gatebook.catalogue.crud.Resource;
import org.gatebook.catalogue.event.EventReferences;
import org.gatebook.catalogue.event.Referrer;
import org.gatebook.catalogue.event.Referrers;
import org.gatebook.catalogue.resource.Document;
import org.gatebook.catalogue.resource.KeptBy;
import org.gatebook.catalogue.resource.ResourceType;
import org.gatebook.web.error.ApiError;
import org.gatebook.web.filter.Filters;
import org.gatebook.web.form.Field;
import org.gatebook.web.form.type.Relation;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The declaration of discounts. */
@Component
public final class DiscountResource implements Referrer {

    private static final Field<List<Document>> CONDITION_PRODUCTS =
            Field.optional("condition_limit_products", ids(EventReferences.ITEM));
    private static final Field<List<Document>> BENEFIT_PRODUCTS =
            Field.optional("benefit_limit_products", ids(EventReferences.ITEM));

    private final ObjectProvider<DiscountUse> use;
    private final Resource resource;

    public DiscountResource(EventReferences references, ChannelFields channels, ObjectProvider<DiscountUse> use) {
        this.use = use;
        Declaration declaration = Resource.declare("discount", KeptBy.EVENT)
                .id()
                .field(PLAIN, flag("active", true))
                .field(PLAIN, Field.required("internal_name", text().upTo(255)))
                .field(PLAIN, positiveRank());
        channels.declare(declaration)
                .field(PLAIN, optionalMoment("available_from"))
                .field(PLAIN, optionalMoment("available_until"))
                .field(PLAIN, DiscountRules.DATES)
                .field(PLAIN, flag("condition_all_products", true))
                .field(PLAIN, CONDITION_PRODUCTS)
                .field(PLAIN, flag("condition_apply_to_addons", true))
                .field(PLAIN, DiscountRules.MIN_COUNT)
                .field(PLAIN, DiscountRules.MIN_VALUE)
                .field(PLAIN, DiscountRules.PERCENT)
                .field(PLAIN, DiscountRules.CHEAPEST)
                .field(PLAIN, DiscountRules.SAME_PRODUCTS)
                .field(PLAIN, BENEFIT_PRODUCTS)
                .field(PLAIN, flag("benefit_apply_to_addons", true))
                .field(PLAIN, flag("benefit_ignore_voucher_discounted", false))
                .field(PLAIN, flag("condition_ignore_voucher_discounted", false));
        references.many(declaration, EventReferences.ITEM);
        this.resource = channels.declareFormer(declaration)
                .before(DiscountResource::requireOwn)
                .before(DiscountRules::check)
                .beforeDelete(this::requireUnused)
                .filteredBy(Filters.flag("active", Resource.flag("active")))
                .ranked()
                .dated()
                .build();
    }

    /** The declaration. */
    public Resource resource() {
        return resource;
    }

    /** What the engine stores of a discount. */
    public ResourceType type() {
        return resource.type();
    }

    @Override
    public void letGo(Relation<Long, Document> kind, Document gone, Referrers referrers) {
        if (kind == EventReferences.ITEM) {
            referrers.unlist(resource, CONDITION_PRODUCTS.name(), gone.id(), gone.owner());
            referrers.unlist(resource, BENEFIT_PRODUCTS.name(), gone.id(), gone.owner());
        }
    }

    private static void requireOwn(Change discount) {
        for (Field<List<Document>> products : List.of(CONDITION_PRODUCTS, BENEFIT_PRODUCTS)) {
            discount.fill(products.name(), List.of());
            discount.input().get(products, List.of()).stream()
                    .filter(item -> EventReferences.isForeign(item, discount.owner()))
                    .findFirst()
                    .ifPresent(item -> {
                        throw discount.refused(
                                products.name(), "Invalid pk \"" + item.id() + "\" - object does not exist.");
                    });
        }
    }

    /** As long as nobody can tell whether a discount was given it counts as given: orders would lose why they cost less. */
    private void requireUnused(Document discount) {
        DiscountUse known = use.getIfAvailable();
        if (known == null || known.isDiscountUsed(discount.owner(), discount.id())) {
            throw ApiError.detail(
                            403,
                            "You cannot delete this discount because it already has been used as part of an order.")
                    .rejected();
        }
    }
}
