package org.gatebook.query.order.printed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gatebook.catalogue.person.NameScheme;
import org.gatebook.query.text.JsonText;
import org.jspecify.annotations.Nullable;

/** A person's name in parts and in every combination of them, so that a layout can place what it likes. */
final class NameTexts {

    private NameTexts() {}

    /**
     * @param prefix of the keys
     * @param scheme of the event
     * @param combined whether combinations of parts are wanted too
     */
    static void put(JsonText texts, String prefix, String scheme, Map<String, Object> parts, boolean combined) {
        String salutation = text(parts.get("salutation"));
        texts.put(
                prefix + "_for_salutation",
                (salutation.isEmpty() ? "" : salutation + " ") + NameScheme.wholeName(parts));
        NameScheme known = NameScheme.ofWord(scheme);
        List<String> fields = known == null ? List.of() : known.parts();
        for (String field : fields) {
            texts.put(prefix + "_" + field, text(parts.get(field)));
        }
        if (combined) {
            for (int size = 2; size <= fields.size(); size++) {
                combine(texts, prefix, fields, parts, new ArrayList<>(), 0, size);
            }
        }
    }

    private static void combine(
            JsonText texts,
            String prefix,
            List<String> fields,
            Map<String, Object> parts,
            List<String> chosen,
            int from,
            int size) {
        if (chosen.size() == size) {
            texts.put(
                    prefix + "_" + String.join("_", chosen),
                    chosen.stream()
                            .map(field -> text(parts.get(field)))
                            .filter(text -> !text.isEmpty())
                            .collect(Collectors.joining(" ")));
            return;
        }
        for (int i = from; i < fields.size(); i++) {
            chosen.add(fields.get(i));
            combine(texts, prefix, fields, parts, chosen, i + 1, size);
            chosen.removeLast();
        }
    }

    private static String text(@Nullable Object part) {
        return part == null ? "" : part.toString();
    }
}
