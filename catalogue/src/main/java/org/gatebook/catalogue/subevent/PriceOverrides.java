package org.gatebook.catalogue.subevent;

import static org.gatebook.catalogue.crud.Fields.flag;
import static org.gatebook.catalogue.crud.Fields.optionalMoment;
import static org.gatebook.catalogue.crud.Fields.optionalMoney;
import static org.gatebook.web.form.reference.References.id;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatebook.api.offer.Subevent.DateOverride;
import org.gatebook.catalogue.crud.Change;
import org.gatebook.catalogue.crud.Stored;
import org.gatebook.catalogue.event.EventReferences;
import org.gatebook.catalogue.offer.OfferTexts;
import org.gatebook.catalogue.resource.Document;
import org.gatebook.web.form.Field;
import org.gatebook.web.form.Form;
import org.gatebook.web.form.Parsed;
import org.jspecify.annotations.Nullable;

/** What is different for a product or a variation on one date. */
final class PriceOverrides {

    static final Field<Document> ITEM = Field.required("item", id(EventReferences.ITEM));
    static final Field<Document> VARIATION = Field.required("variation", id(EventReferences.VARIATION));

    private static final List<Field<?>> TERMS = List.of(
            optionalMoney("price"),
            flag("disabled", false),
            optionalMoment("available_from"),
            optionalMoment("available_until"));

    static final Field<List<Parsed>> OF_ITEMS =
            Field.optional("item_price_overrides", form(ITEM).rows());
    static final Field<List<Parsed>> OF_VARIATIONS =
            Field.optional("variation_price_overrides", form(VARIATION).rows());

    private PriceOverrides() {}

    private static Form form(Field<Document> what) {
        return Form.of(what).and(TERMS.toArray(Field<?>[]::new));
    }

    /** What the rows sent are about; a row of a PATCH that names nothing is none. */
    static List<Document> named(Change date, Field<List<Parsed>> rows, Field<Document> what) {
        return date.input().get(rows, List.of()).stream()
                .filter(row -> row.has(what))
                .map(row -> row.get(what))
                .toList();
    }

    /** Puts the rows that were sent in the place of those that are there. */
    static void store(Change date, Field<List<Parsed>> rows, Field<Document> what) {
        if (!date.input().has(rows)) {
            return;
        }
        List<Map<String, @Nullable Object>> stored = new ArrayList<>();
        for (Parsed row : date.input().get(rows, List.of())) {
            if (row.has(what)) {
                Map<String, @Nullable Object> override = new LinkedHashMap<>();
                override.put(what.name(), row.get(what).id());
                TERMS.forEach(term -> override.put(term.name(), Stored.of(row.find(term))));
                override.putIfAbsent("disabled", false);
                stored.add(override);
            }
        }
        date.set(rows.name(), stored);
    }

    /** The overrides as decisions see them, by what they are about; of two about the same the last one counts. */
    static Map<Long, DateOverride> offered(Document date, Field<List<Parsed>> rows, Field<Document> what) {
        Map<Long, DateOverride> overrides = new LinkedHashMap<>();
        if (date.get(rows.name()) instanceof List<?> stored) {
            for (Object entry : stored) {
                if (entry instanceof Map<?, ?> row && row.get(what.name()) instanceof Number about) {
                    overrides.put(
                            about.longValue(),
                            new DateOverride(
                                    OfferTexts.decimal(row.get("price")),
                                    Boolean.TRUE.equals(row.get("disabled")),
                                    OfferTexts.moment(row.get("available_from")),
                                    OfferTexts.moment(row.get("available_until"))));
                }
            }
        }
        return overrides;
    }
}
