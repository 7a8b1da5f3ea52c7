package org.gatebook.catalogue.quota;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.gatebook.catalogue.crud.Resource;
import org.gatebook.catalogue.event.EventReferences;
import org.gatebook.web.filter.Condition;
import org.gatebook.web.filter.Filter;
import org.gatebook.web.filter.Filters;
import org.gatebook.web.form.python.PyNumber;
import org.gatebook.web.form.type.TypeDescription;

/** By what lists of quotas are narrowed. */
final class QuotaFilters {

    private QuotaFilters() {}

    static Filter[] all() {
        return new Filter[] {
            Filters.reference("subevent", Resource.number("subevent"), EventReferences.SUBEVENT),
            new Filter(
                    "subevent__in",
                    (value, lookups) -> Condition.of(
                            Resource.number("subevent") + " = ANY (:filter_subevents)",
                            "filter_subevents",
                            numbers(value)),
                    TypeDescription.of("string", null)),
            new Filter(
                    "items__in",
                    (value, lookups) -> Condition.of("""
                        EXISTS (SELECT FROM jsonb_array_elements_text(document -> 'items') item
                                WHERE item::numeric = ANY (:filter_items))
                        """, "filter_items", numbers(value)),
                    TypeDescription.of("string", null)),
        };
    }

    private static BigDecimal[] numbers(String value) {
        List<BigDecimal> numbers = new ArrayList<>();
        for (String part : value.split(",", -1)) {
            BigDecimal number = PyNumber.decimal(part);
            if (number == null) {
                throw new Filter.Unusable("Enter a number.");
            }
            numbers.add(number);
        }
        return numbers.toArray(BigDecimal[]::new);
    }
}
