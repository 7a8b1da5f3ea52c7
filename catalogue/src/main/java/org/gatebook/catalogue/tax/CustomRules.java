package org.gatebook.catalogue.tax;

import java.util.Set;
import org.gatebook.web.form.python.PyNumber;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The form of the rules for some customers, which the reference leaves to a JSON schema. */
final class CustomRules {

    private static final Set<String> ADDRESS_TYPES = Set.of("", "individual", "business", "business_vat_id");
    private static final Set<String> ACTIONS = Set.of("vat", "reverse", "no", "block", "require_approval");

    private CustomRules() {}

    /** What is wrong with the first rule that cannot be one; null when all are well formed. */
    static @Nullable String complaint(JsonNode rules) {
        String fault = rules.isArray() ? fault(rules) : "not an array";
        return fault == null ? null : "Your set of rules is not valid. Error message: " + fault;
    }

    private static @Nullable String fault(JsonNode rules) {
        for (int i = 0; i < rules.size(); i++) {
            String fault = ruleFault(rules.get(i));
            if (fault != null) {
                return fault + " in rule " + (i + 1);
            }
        }
        return null;
    }

    private static @Nullable String ruleFault(JsonNode rule) {
        if (!rule.isObject()) {
            return "not an object";
        }
        if (!rule.path("country").isString()
                || rule.path("country").stringValue().isEmpty()) {
            return "no 'country'";
        }
        if (!ADDRESS_TYPES.contains(rule.path("address_type").stringValue(" "))) {
            return "no known 'address_type'";
        }
        if (!ACTIONS.contains(rule.path("action").stringValue(" "))) {
            return "no known 'action'";
        }
        JsonNode rate = rule.path("rate");
        boolean usable = rate.isMissingNode()
                || rate.isNull()
                || (rate.isString() && PyNumber.decimal(rate.stringValue()) != null)
                || rate.isNumber();
        return usable ? null : "no usable 'rate'";
    }
}
