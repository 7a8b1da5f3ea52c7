package org.gatebook.catalogue.crud;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gatebook.catalogue.resource.Document;
import org.gatebook.web.page.QueryParams;
import org.gatebook.web.request.LinkBase;
import org.jspecify.annotations.Nullable;

/**
 * Parts inside the answer of their whole, by rank and then by age.
 *
 * @param field of the whole that keeps them
 * @param numbered whether their numbers are shown there
 */
record ShownParts(Resource part, String field, boolean numbered) implements Gathered {

    private static final Comparator<Document> BY_RANK = Comparator.<Document>comparingLong(
                    one -> Objects.requireNonNullElse(one.numberOrNull("position"), 0L))
            .thenComparingLong(Document::id);

    @Override
    public Map<Long, Map<String, @Nullable Object>> of(List<Document> wholes, LinkBase links) {
        List<Document> parts = new ArrayList<>();
        Map<Long, List<Map<String, @Nullable Object>>> lists = new LinkedHashMap<>();
        for (Document whole : wholes) {
            lists.put(whole.id(), new ArrayList<>());
            whole.parts(part.type()).stream().sorted(BY_RANK).forEach(parts::add);
        }
        List<Map<String, @Nullable Object>> answers = part.show(parts, QueryParams.parse(""), links);
        for (int index = 0; index < parts.size(); index++) {
            Map<String, @Nullable Object> answer = answers.get(index);
            if (!numbered) {
                answer.remove("id");
            }
            Objects.requireNonNull(lists.get(parts.get(index).owner().parent())).add(answer);
        }
        Map<Long, Map<String, @Nullable Object>> shown = new LinkedHashMap<>();
        lists.forEach((whole, list) -> shown.put(whole, Map.of(field, list)));
        return shown;
    }
}
