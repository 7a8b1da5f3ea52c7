package org.gatebook.query.order.list;

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
 * Orders in which a text is found (behaviour notes, orders 5.4). Each place where it may be is looked up once for the whole
 * list, by an index, and not once an order.
 */
final class OrderSearch {

    private static final int LONGEST_NUMBER = 11;

    // Those of the indexes orders_by_text and order_line_by_text. What people type has no separator in it.
    private static final String ORDER_TEXT =
            "upper(coalesce(f.email, '') || E'\\x1f' || f.invoice_name || E'\\x1f' || f.invoice_company || E'\\x1f' || f.comment)";
    private static final String LINE_TEXT =
            "upper(coalesce(f.attendee_name, '') || E'\\x1f' || coalesce(f.attendee_email, ''))";

    private OrderSearch() {}

    /** @param scope the condition on positions {@code f} that keeps to the list */
    static Filter within(String scope) {
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
        Map<String, Object> params = Map.of("search_text", text, "search_part", part, "search_numbers", numbers(text));
        int dash = text.lastIndexOf('-');
        if (dash < 0) {
            return condition("f.code like :search_code", scope, params, Map.of("search_code", code(text)));
        }
        return condition(
                "(upper(f.event) like upper(:search_event) and f.code like :search_code)",
                scope,
                params,
                Map.of(
                        "search_event",
                        "%" + Filters.escaped(text.substring(0, dash)) + "%",
                        "search_code",
                        code(text.substring(dash + 1))));
    }

    private static Condition condition(
            String code, String scope, Map<String, Object> params, Map<String, Object> more) {
        Map<String, Object> all = new HashMap<>(params);
        all.putAll(more);
        String sql = """
            o.id in (
                select f.id from orders f
                where %2$s and not f.deleted and (%1$s or %3$s like upper(:search_part))
                union all
                select f.order_id from order_line f
                where %2$s and not f.canceled and %4$s like upper(:search_part)
                union all
                select f.order_id from ticket ft join order_line f on f.id = ft.id
                where %2$s and not f.canceled
                  and upper(ft.secret) collate "C" between upper(:search_text) and upper(:search_text) || chr(1114111)
                union all
                select f.order_id from reusable_medium fm join order_line f on f.id = fm.linked_orderposition
                where %2$s and not f.moved_on and fm.identifier = :search_text
                union all
                select f.order_id from invoice f
                where %2$s and (upper(f.number) = upper(:search_text) or upper(f.own_number) in (:search_numbers)))
            """.formatted(code, scope, ORDER_TEXT, LINE_TEXT);
        return new Condition(sql, all);
    }

    /** What invoices may be numbered, without prefix, if this is their number; people leave leading zeros out. */
    private static List<String> numbers(String text) {
        List<String> numbers = new ArrayList<>(List.of(text.toUpperCase(Locale.ROOT)));
        if (text.length() < LONGEST_NUMBER && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            for (int length = text.length() + 1; length <= LONGEST_NUMBER; length++) {
                numbers.add("0".repeat(length - text.length()) + text);
            }
        }
        return numbers;
    }

    /** Digits that look like letters never occur in codes that were made here: they are taken for the letters. */
    private static String code(String text) {
        String normal = text.toUpperCase(Locale.ROOT)
                .replace('2', 'Z')
                .replace('4', 'A')
                .replace('5', 'S')
                .replace('6', 'G');
        return "%" + Filters.escaped(normal) + "%";
    }
}
