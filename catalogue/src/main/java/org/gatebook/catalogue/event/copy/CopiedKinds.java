package org.gatebook.catalogue.event.copy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gatebook.catalogue.category.Categories;
import org.gatebook.catalogue.checkin.CheckinLists;
import org.gatebook.catalogue.discount.DiscountResource;
import org.gatebook.catalogue.item.ItemResource;
import org.gatebook.catalogue.question.QuestionResource;
import org.gatebook.catalogue.quota.QuotaResource;
import org.gatebook.catalogue.resource.ResourceType;
import org.gatebook.catalogue.tax.TaxRules;
import org.springframework.stereotype.Component;

/** What a copy of an event takes over. Dates, vouchers, seats and everything that was sold stay with the original. */
@Component
final class CopiedKinds {

    private final Map<String, ResourceType> kinds = new LinkedHashMap<>();

    CopiedKinds(
            TaxRules taxRules,
            Categories categories,
            ItemResource items,
            QuotaResource quotas,
            QuestionResource questions,
            DiscountResource discounts,
            CheckinLists lists) {
        add(taxRules.resource().type());
        add(categories.resource().type());
        add(items.type());
        add(quotas.type());
        add(questions.type());
        add(discounts.type());
        add(lists.resource().type());
    }

    private void add(ResourceType kind) {
        kinds.put(kind.kind(), kind);
    }

    /** By their names. */
    Map<String, ResourceType> byName() {
        return kinds;
    }
}
