package org.gatebook.query.order.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gatebook.web.filter.Condition;
import org.gatebook.web.filter.Filter;
import org.gatebook.web.filter.Filters;
import org.gatebook.web.form.type.TypeDescription;

/**
 * Orders in which a text is found (behaviour notes, orders 5.4). Says of an order whether it is one of them; which are worth
 * a look, {@link SearchedOrders} knows.
 */
public final class OrderSearch {

    private static final int LONGEST_NUMBER = 11;

    private OrderSearch() {}

    /** @param scope the condition on positions {@code f} that keeps to the list */
    public static Filter within(String scope) {
        return new Filter(
                "search",
                (value, lookups) -> {
                    String text = Filters.plain(value);
                    return text.isEmpty() ? null : condition(text, scope);
                },
                TypeDescription.of("string", null));
    }

    private static Condition condition(String text, String scope) {
        String part = "%" + Filters.escaped(text) + "%";
        Map<String, Object> params = Map.of(
                "search_text",
                text,
                "search_part",
                part,
                "search_start",
                Filters.escaped(text) + "%",
                "search_numbers",
                numbers(text));
        int dash = text.lastIndexOf('-');
        if (dash < 0) {
            return condition("o.code like :search_code", scope, params, Map.of("search_code", codePart(text)));
        }
        return condition(
                "(upper(o.event) like upper(:search_event) and o.code like :search_code)",
                scope,
                params,
                Map.of(
                        "search_event",
                        "%" + Filters.escaped(text.substring(0, dash)) + "%",
                        "search_code",
                        codePart(text.substring(dash + 1))));
    }

    private static Condition condition(
            String code, String scope, Map<String, Object> params, Map<String, Object> more) {
        Map<String, Object> all = new HashMap<>(params);
        all.putAll(more);
        String sql = """
            %1$s
            or upper(o.email) like upper(:search_part)
            or upper(o.invoice_name) like upper(:search_part)
            or upper(o.invoice_company) like upper(:search_part)
            or upper(o.comment) like upper(:search_part)
            or exists (
                select from order_line f join ticket ft on ft.id = f.id
                where f.order_id = o.id and %2$s and not f.canceled
                  and (upper(f.attendee_name) like upper(:search_part)
                    or upper(f.attendee_email) like upper(:search_part)
                    or upper(ft.secret) like upper(:search_start)))
            or exists (
                select from reusable_medium fm join order_line f on f.id = fm.linked_orderposition
                where f.order_id = o.id and %2$s and not f.moved_on and fm.identifier = :search_text)
            or exists (
                select from invoice f
                where f.order_id = o.id and %2$s
                  and (upper(f.number) = upper(:search_text) or upper(f.own_number) in (:search_numbers)))
            """.formatted(code, scope);
        return new Condition(sql, all);
    }

    /** What invoices may be numbered, without prefix, if this is their number; people leave leading zeros out. */
    static List<String> numbers(String text) {
        List<String> numbers = new ArrayList<>(List.of(text.toUpperCase(Locale.ROOT)));
        if (text.length() < LONGEST_NUMBER && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            for (int length = text.length() + 1; length <= LONGEST_NUMBER; length++) {
                numbers.add("0".repeat(length - text.length()) + text);
            }
        }
        return numbers;
    }

    private static String codePart(String text) {
        return "%" + Filters.escaped(code(text)) + "%";
    }

    /** Digits that look like letters never occur in codes that were made here: they are taken for the letters. */
    static String code(String text) {
        return text.toUpperCase(Locale.ROOT)
                .replace('2', 'Z')
                .replace('4', 'A')
                .replace('5', 'S')
                .replace('6', 'G');
    }
}
