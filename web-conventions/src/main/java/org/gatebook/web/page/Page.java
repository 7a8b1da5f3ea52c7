package org.gatebook.web.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.gatebook.web.answer.ApiJson;
import org.gatebook.web.answer.RawJson;
import org.gatebook.web.error.ApiError;

/**
 * A page of a list.
 *
 * @param count rows of the whole list
 * @param number of the page, from 1
 * @param size rows that a full page has
 * @param rows of this page
 */
public record Page<R>(long count, int number, int size, List<R> rows) {

    public Page {
        rows = List.copyOf(rows);
    }

    /**
     * The page that was asked for of a list that is in memory as a whole.
     *
     * @throws org.gatebook.web.error.Rejected with 404 when the list has no such page; every list has a first one
     */
    public static <R> Page<R> of(List<R> all, PageAsked asked) {
        int last = Math.max(1, (all.size() + asked.size() - 1) / asked.size());
        int number = asked.number() == null ? last : asked.number();
        if (number > last) {
            throw ApiError.invalidPage().rejected();
        }
        int from = (number - 1) * asked.size();
        return new Page<>(
                all.size(), number, asked.size(), all.subList(from, Math.min(all.size(), from + asked.size())));
    }

    /** The same page of other rows, one for each. */
    public <S> Page<S> map(Function<? super R, ? extends S> mapping) {
        List<S> mapped = new ArrayList<>();
        rows.forEach(row -> mapped.add(mapping.apply(row)));
        return new Page<>(count, number, size, mapped);
    }

    /** The same page of other rows, one for each, in the same order. */
    public <S> Page<S> with(List<S> others) {
        return new Page<>(count, number, size, others);
    }

    /** Whether a page follows. */
    public boolean hasNext() {
        return (long) number * size < count;
    }

    /** {@code {"count", "next", "previous", "results"}}, with links to the neighbours. */
    public Object toJson(PageLinks links) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("count", count);
        json.put("next", hasNext() ? links.page(number + 1) : null);
        json.put("previous", number > 1 ? links.page(number - 1) : null);
        if (!rows.isEmpty() && rows.stream().allMatch(RawJson.class::isInstance)) {
            return new RawJson(copied(ApiJson.mapper().writeValueAsString(json)));
        }
        json.put("results", rows);
        return json;
    }

    /** Ready rows are joined: a generator would look at each of their characters once more. */
    private String copied(String head) {
        int length = rows.stream()
                .mapToInt(row -> ((RawJson) row).text().length() + 1)
                .sum();
        StringBuilder text = new StringBuilder(head.length() + length + 16)
                .append(head, 0, head.length() - 1)
                .append(",\"results\":[");
        for (int i = 0; i < rows.size(); i++) {
            text.append(i == 0 ? "" : ",").append(((RawJson) rows.get(i)).text());
        }
        return text.append("]}").toString();
    }
}
