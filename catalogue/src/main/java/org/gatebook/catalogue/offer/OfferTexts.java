package org.gatebook.catalogue.offer;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gatebook.api.offer.Text;
import org.gatebook.catalogue.resource.Document;
import org.jspecify.annotations.Nullable;

/** Reads values of documents as records of the offer have them. */
public final class OfferTexts {

    private OfferTexts() {}

    /** A text in several languages; one without any translation where there is none. */
    public static Text localized(@Nullable Object stored) {
        Map<String, String> translations = new LinkedHashMap<>();
        if (stored instanceof Map<?, ?> texts) {
            texts.forEach((language, text) -> translations.put(String.valueOf(language), String.valueOf(text)));
        }
        return new Text(translations);
    }

    /** A moment; null where there is none. */
    public static @Nullable Instant moment(@Nullable Object stored) {
        return stored == null ? null : Instant.parse(stored.toString());
    }

    /** An amount or a rate; null where there is none. */
    public static @Nullable BigDecimal decimal(@Nullable Object stored) {
        return stored == null ? null : new BigDecimal(stored.toString());
    }

    /** A number that names something; null where there is none. */
    public static @Nullable Long id(@Nullable Object stored) {
        return stored instanceof Number number ? number.longValue() : null;
    }

    /** A map of names to numbers that name something. */
    public static Map<String, Long> ids(Document document, String field) {
        Map<String, Long> ids = new LinkedHashMap<>();
        document.object(field).forEach((name, stored) -> {
            Long id = id(stored);
            if (id != null) {
                ids.put(name, id);
            }
        });
        return ids;
    }
}
