package org.gatebook.web.filter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatebook.web.error.ApiError;
import org.gatebook.web.error.FieldErrors;
import org.gatebook.web.form.python.PyText;
import org.gatebook.web.form.type.FieldDescription;
import org.gatebook.web.form.type.Lookups;
import org.gatebook.web.page.PageAsked;
import org.gatebook.web.page.QueryParams;
import org.jspecify.annotations.Nullable;

/**
 * What a list is: its rows in SQL, how clients may narrow and order them, and the order when they do not say.
 * Immutable; keep it as a constant. All SQL comes from here.
 */
public final class ListDeclaration {

    /** An order that clients may ask for, upwards and downwards. */
    private record Order(String up, String down) {}

    private final RowSource rows;
    private final String usualOrder;
    private final List<Filter> filters;
    private final Map<String, Order> orders;

    private ListDeclaration(RowSource rows, String usualOrder, List<Filter> filters, Map<String, Order> orders) {
        this.rows = rows;
        this.usualOrder = usualOrder;
        this.filters = filters;
        this.orders = orders;
    }

    /**
     * A list without filters or orders of choice.
     *
     * @param columns what stands between SELECT and FROM
     * @param source what stands behind FROM, joins included
     * @param id the column that makes any order total; the higher one comes first
     */
    public static ListDeclaration of(String columns, String source, String id) {
        return new ListDeclaration(new RowSource(columns, source, id, null), id, List.of(), Map.of());
    }

    /**
     * The same list, of which the rows of a page are found first and only then read in full: for lists whose columns are
     * costly, because PostgreSQL computes them for the rows in front of the page too.
     *
     * @param source the least that finds them, with the same aliases as the list's
     * @param lacking an alias that it lacks, with its dot: where conditions or orders mention it the list's own is used
     */
    public ListDeclaration rowsFoundFirst(String source, String lacking) {
        return new ListDeclaration(
                rows.foundFirst(new RowSource.Finding(source, lacking)), usualOrder, filters, orders);
    }

    /** The same list in this order when clients do not say; must be total. */
    public ListDeclaration usually(String order) {
        return new ListDeclaration(rows, order, filters, orders);
    }

    /** The same list with these filters more. */
    public ListDeclaration filteredBy(Filter... more) {
        List<Filter> all = new ArrayList<>(filters);
        all.addAll(Arrays.asList(more));
        return new ListDeclaration(rows, usualOrder, List.copyOf(all), orders);
    }

    /** The same list, which clients may order by this name. */
    public ListDeclaration orderedBy(String name, String column) {
        return orderedBy(name, column, column + " desc");
    }

    /** The same list, which clients may order by this name, with SQL for both directions. */
    public ListDeclaration orderedBy(String name, String up, String down) {
        Map<String, Order> all = new LinkedHashMap<>(orders);
        all.put(name, new Order(up, down));
        return new ListDeclaration(rows, usualOrder, filters, all);
    }

    /**
     * Reads filters, order and page. Unknown parameters and unknown orders are ignored.
     *
     * @throws org.gatebook.web.error.Rejected with 400 when a filter has an unusable value, 404 for an impossible page
     */
    public ListQuery read(QueryParams params, Lookups lookups) {
        Map<String, Condition> conditions = new LinkedHashMap<>();
        Map<String, FieldErrors> faults = new LinkedHashMap<>();
        for (Filter filter : filters) {
            try {
                Condition condition = filter.read(params, lookups);
                if (condition != null) {
                    conditions.put(filter.name(), condition);
                }
            } catch (Filter.Unusable unusable) {
                faults.put(filter.name(), FieldErrors.texts(unusable.text()));
            }
        }
        if (!faults.isEmpty()) {
            throw ApiError.fields(new FieldErrors.Members(faults)).rejected();
        }
        return new ListQuery(
                rows, order(params.get("ordering")), PageAsked.of(params), List.of(), conditions, Map.of(), null, null);
    }

    /** The filters as parameters, for documentation. */
    public List<FieldDescription> describe() {
        return filters.stream()
                .map(filter ->
                        new FieldDescription(filter.name(), filter.type(), false, false, false, false, filter.text()))
                .toList();
    }

    /** The names by which clients may order, for documentation. */
    public List<String> orders() {
        return List.copyOf(orders.keySet());
    }

    private String order(@Nullable String asked) {
        List<String> terms = new ArrayList<>();
        boolean total = false;
        for (String word : asked == null ? new String[0] : asked.split(",", -1)) {
            String name = PyText.strip(word);
            boolean down = name.startsWith("-");
            Order order = orders.get(down ? name.substring(1) : name);
            if (order != null) {
                terms.add(down ? order.down() : order.up());
                total |= order.up().equals(rows.id());
            }
        }
        if (terms.isEmpty()) {
            return usualOrder;
        }
        if (!total) {
            terms.add(rows.id() + " desc");
        }
        return String.join(", ", terms);
    }
}
