package org.gatebook.catalogue.item;

import static org.gatebook.catalogue.crud.Resource.column;
import static org.gatebook.web.filter.Filters.escaped;
import static org.gatebook.web.filter.Filters.flag;
import static org.gatebook.web.filter.Filters.reference;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.gatebook.catalogue.crud.Resource;
import org.gatebook.catalogue.event.EventReferences;
import org.gatebook.web.filter.Condition;
import org.gatebook.web.filter.Filter;
import org.gatebook.web.form.python.PyNumber;
import org.gatebook.web.form.type.TypeDescription;

/** By what lists of products are narrowed. */
final class ItemFilters {

    private static final Set<String> UNTAXED = Set.of("0", "None", "0.00");

    private ItemFilters() {}

    static Filter[] all() {
        return new Filter[] {
            flag("active", Resource.flag("active")),
            reference("category", Resource.number("category"), EventReferences.CATEGORY),
            flag("admission", Resource.flag("admission")),
            new Filter("tax_rate", (value, lookups) -> taxRate(value), TypeDescription.of("string", "decimal")),
            flag("free_price", Resource.flag("free_price")),
            new Filter("search", (value, lookups) -> search(value), TypeDescription.of("string", null)),
        };
    }

    private static Condition taxRate(String value) {
        if (UNTAXED.contains(value)) {
            return Condition.of(column("tax_rule") + " IS NULL OR " + rate("= 0"));
        }
        BigDecimal rate = PyNumber.decimal(value);
        if (rate == null) {
            throw new Filter.Unusable("Enter a number.");
        }
        return Condition.of(rate("= :filter_tax_rate"), "filter_tax_rate", rate);
    }

    private static String rate(String comparison) {
        return """
            EXISTS (SELECT FROM ops.resource rule
                    WHERE rule.kind = 'taxrule' AND rule.id = %s AND (rule.document ->> 'rate')::numeric %s)
            """.formatted("(resource.document ->> 'tax_rule')::bigint", comparison);
    }

    private static Condition search(String value) {
        if (value.indexOf('\0') >= 0) {
            throw new Filter.Unusable("Null characters are not allowed.");
        }
        return new Condition(
                """
                upper(%s) LIKE upper(:filter_search)
                OR EXISTS (SELECT FROM jsonb_each_text(document -> 'name') name WHERE upper(name.value) LIKE upper(:filter_search))
                """.formatted(column("internal_name")), Map.of("filter_search", "%" + escaped(value) + "%"));
    }
}
