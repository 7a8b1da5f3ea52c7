package org.gatebook.catalogue.tax;

import static org.gatebook.catalogue.resource.Sensitivity.PLAIN;
import static org.gatebook.web.form.kind.Types.decimal;
import static org.gatebook.web.form.kind.Types.flag;
import static org.gatebook.web.form.kind.Types.json;
import static org.gatebook.web.form.kind.Types.text;
import static org.gatebook.web.form.world.WorldTypes.countryOrBlank;
import static org.gatebook.web.form.world.WorldTypes.localized;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gatebook.api.offer.TaxRule;
import org.gatebook.catalogue.crud.Resource;
import org.gatebook.catalogue.event.EventReferences;
import org.gatebook.catalogue.event.EventUse;
import org.gatebook.catalogue.event.setting.EventSettings;
import org.gatebook.catalogue.offer.OfferTexts;
import org.gatebook.catalogue.resource.Document;
import org.gatebook.catalogue.resource.Documents;
import org.gatebook.catalogue.resource.KeptBy;
import org.gatebook.catalogue.resource.ResourceSelection;
import org.gatebook.web.error.ApiError;
import org.gatebook.web.form.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The declaration of tax rules: how products and fees are taxed (behaviour notes, orders 8.5). */
@Component
public final class TaxRules {

    static final Field<Map<String, String>> NAME = Field.required("name", localized());
    static final Field<BigDecimal> RATE = Field.required("rate", decimal(10, 2));
    static final Field<Boolean> PRICE_INCLUDES_TAX =
            Field.optional("price_includes_tax", flag()).orElse(true);
    static final Field<Boolean> EU_REVERSE_CHARGE =
            Field.optional("eu_reverse_charge", flag()).orElse(false);
    static final Field<String> HOME_COUNTRY =
            Field.optional("home_country", countryOrBlank()).orElse("");
    static final Field<String> INTERNAL_NAME =
            Field.optional("internal_name", text().orBlank().upTo(190)).nullable();
    static final Field<Boolean> KEEP_GROSS =
            Field.optional("keep_gross_if_rate_changes", flag()).orElse(false);
    static final Field<JsonNode> CUSTOM_RULES =
            Field.optional("custom_rules", json().must(CustomRules::complaint)).nullable();

    private final Documents documents;
    private final EventSettings settings;
    private final ObjectProvider<EventUse> use;
    private final Resource resource;

    TaxRules(Documents documents, EventSettings settings, ObjectProvider<EventUse> use) {
        this.documents = documents;
        this.settings = settings;
        this.use = use;
        this.resource = Resource.declare("taxrule", KeptBy.EVENT)
                .id()
                .field(PLAIN, NAME)
                .field(PLAIN, RATE)
                .field(PLAIN, PRICE_INCLUDES_TAX)
                .field(PLAIN, EU_REVERSE_CHARGE)
                .field(PLAIN, HOME_COUNTRY)
                .field(PLAIN, INTERNAL_NAME)
                .field(PLAIN, KEEP_GROSS)
                .field(PLAIN, CUSTOM_RULES)
                .dated()
                .beforeDelete(this::requireUnused)
                .build();
    }

    /** The declaration. */
    public Resource resource() {
        return resource;
    }

    private void requireUnused(Document rule) {
        if (isOfItems(rule) || isUsual(rule) || isOfOrders(rule)) {
            throw ApiError.detail(403, "This tax rule can not be deleted as it is currently in use.")
                    .rejected();
        }
    }

    private boolean isOfItems(Document rule) {
        return documents.count(
                        EventReferences.type(EventReferences.ITEM),
                        ResourceSelection.of(rule.owner())
                                .and("(document ->> 'tax_rule')::bigint = :rule", Map.of("rule", rule.id())))
                > 0;
    }

    private boolean isUsual(Document rule) {
        return Long.valueOf(rule.id())
                .equals(OfferTexts.id(settings.of(rule.owner()).get("tax_rate_default")));
    }

    /** As long as nobody can tell whether something was taxed by a rule it counts as used. */
    private boolean isOfOrders(Document rule) {
        EventUse known = use.getIfAvailable();
        return known == null
                || known.isTaxRuleUsed(
                        rule.owner().organizer(),
                        Objects.requireNonNull(rule.owner().event()),
                        rule.id());
    }

    /** The rule as decisions see it. */
    static TaxRule offered(Document rule) {
        return new TaxRule(
                rule.id(),
                OfferTexts.localized(rule.get("name")),
                new BigDecimal(rule.text("rate")),
                rule.flag("price_includes_tax"),
                rule.flag("eu_reverse_charge"),
                Objects.requireNonNullElse(rule.textOrNull("home_country"), ""),
                rule.flag("keep_gross_if_rate_changes"),
                customRules(rule.get("custom_rules")));
    }

    private static List<TaxRule.CustomRule> customRules(@Nullable Object stored) {
        List<TaxRule.CustomRule> rules = new ArrayList<>();
        if (stored instanceof List<?> list) {
            list.forEach(entry -> {
                if (entry instanceof Map<?, ?> rule) {
                    rules.add(new TaxRule.CustomRule(
                            String.valueOf(rule.get("country")),
                            String.valueOf(rule.get("address_type")),
                            String.valueOf(rule.get("action")),
                            OfferTexts.decimal(rule.get("rate"))));
                }
            });
        }
        return rules;
    }
}
