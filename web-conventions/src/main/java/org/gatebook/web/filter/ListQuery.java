package org.gatebook.web.filter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.gatebook.web.error.ApiError;
import org.gatebook.web.page.Page;
import org.gatebook.web.page.PageAsked;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One page of a list as one client asks for it. The endpoint adds what the client may see ({@link #within}), then lets
 * it run. Immutable.
 */
public final class ListQuery {

    private final RowSource source;
    private final String order;
    private final PageAsked asked;
    private final List<Condition> scope;
    private final Map<String, Condition> filters;
    private final Map<Set<String>, LongSupplier> counters;
    private final @Nullable Long countedAtMost;
    private final @Nullable Stretch stretch;

    ListQuery(
            RowSource source,
            String order,
            PageAsked asked,
            List<Condition> scope,
            Map<String, Condition> filters,
            Map<Set<String>, LongSupplier> counters,
            @Nullable Long countedAtMost,
            @Nullable Stretch stretch) {
        this.source = source;
        this.order = order;
        this.asked = asked;
        this.scope = scope;
        this.filters = filters;
        this.counters = counters;
        this.countedAtMost = countedAtMost;
        this.stretch = stretch;
    }

    /** The same query, of these rows only. The names of parameters must differ from those of other conditions. */
    public ListQuery within(Condition condition) {
        List<Condition> narrower = new ArrayList<>(scope);
        narrower.add(condition);
        return new ListQuery(source, order, asked, List.copyOf(narrower), filters, counters, countedAtMost, stretch);
    }

    /** The same query, of these rows only. */
    public ListQuery within(String sql, String name, Object value) {
        return within(Condition.of(sql, name, value));
    }

    /**
     * The same query with a quicker way to count, used only while the client narrows nothing.
     *
     * @param quick asked at most once, after the page was read, and only if the page does not say it
     */
    public ListQuery countedBy(LongSupplier quick) {
        return countedBy(Set.of(), quick);
    }

    /**
     * The same query with a quicker way to count, used only while the client narrows by this filter and no other.
     *
     * @param quick asked at most once, after the page was read, and only if the page does not say it
     */
    public ListQuery countedBy(String filter, LongSupplier quick) {
        return countedBy(Set.of(filter), quick);
    }

    private ListQuery countedBy(Set<String> narrowedBy, LongSupplier quick) {
        Map<Set<String>, LongSupplier> more = new HashMap<>(counters);
        more.put(narrowedBy, quick);
        return new ListQuery(source, order, asked, scope, filters, more, countedAtMost, stretch);
    }

    /**
     * The same query, whose count stops at this number of rows: for lists so long that counting costs more than reading.
     * Pages beyond can still be asked for, links lead no further.
     */
    public ListQuery countedAtMost(long rows) {
        return new ListQuery(source, order, asked, scope, filters, counters, rows, stretch);
    }

    /**
     * The same query with a way to a page that reads nothing but the page, used only while the client narrows nothing. For
     * lists that clients cannot order.
     */
    public ListQuery reachedBy(Stretch stretch) {
        return new ListQuery(source, order, asked, scope, filters, counters, countedAtMost, stretch);
    }

    /** Narrows a list to some of its rows that follow each other. */
    @FunctionalInterface
    public interface Stretch {

        /**
         * These rows and no others. Asked at most once.
         *
         * @param from number of the first row in the order of the list, counted from 0
         * @param to number of the first row that is left out again; there need not be so many
         */
        Condition of(long from, long to);
    }

    /** Whether the client narrows the list. */
    public boolean isFiltered() {
        return !filters.isEmpty();
    }

    /** The page that was asked for. */
    public PageAsked asked() {
        return asked;
    }

    /**
     * Runs it: one statement for the last page of a list or a short one, two otherwise.
     *
     * @throws org.gatebook.web.error.Rejected with 404 when the list has no such page
     */
    public <R> Page<R> page(JdbcClient jdbc, RowMapper<R> row) {
        int size = asked.size();
        Integer number = asked.number();
        if (number == null) {
            long count = count(jdbc);
            int last = (int) Math.max(1, (count + size - 1) / size);
            return new Page<>(count, last, size, rows(jdbc, row, last));
        }
        List<R> rows = rows(jdbc, row, number);
        if (rows.isEmpty() && number > 1) {
            throw ApiError.invalidPage().rejected();
        }
        long count = rows.size() < size ? PageAsked.rowsBefore(number, size) + rows.size() : count(jdbc);
        return new Page<>(count, number, size, rows);
    }

    /** The statement that yields the rows of a page. */
    String rowsSql() {
        return source.pageSql(where(), order);
    }

    /** The statement that counts. */
    String countSql() {
        String where = where();
        String rows = " from " + source.sourceFor(where) + where;
        return countedAtMost == null
                ? "select count(*)" + rows
                : "select count(*) from (select 1" + rows + " limit " + countedAtMost + ") counted";
    }

    /** What the conditions need. */
    Map<String, Object> params() {
        Map<String, Object> params = new LinkedHashMap<>();
        scope.forEach(condition -> params.putAll(condition.params()));
        filters.values().forEach(condition -> params.putAll(condition.params()));
        return params;
    }

    private <R> List<R> rows(JdbcClient jdbc, RowMapper<R> row, int number) {
        long before = PageAsked.rowsBefore(number, asked.size());
        if (stretch != null && !isFiltered()) {
            ListQuery page = within(stretch.of(before, before + asked.size()));
            return page.rowsBehind(jdbc, row, 0);
        }
        return rowsBehind(jdbc, row, before);
    }

    private <R> List<R> rowsBehind(JdbcClient jdbc, RowMapper<R> row, long offset) {
        return jdbc.sql(rowsSql())
                .params(params())
                .param("page_size", asked.size())
                .param("page_offset", offset)
                .query(row)
                .list();
    }

    private long count(JdbcClient jdbc) {
        LongSupplier quick = counters.get(filters.keySet());
        if (quick != null) {
            return quick.getAsLong();
        }
        return jdbc.sql(countSql()).params(params()).query(Long.class).single();
    }

    private String where() {
        List<Condition> all = new ArrayList<>(scope);
        all.addAll(filters.values());
        String conditions =
                all.stream().map(condition -> "(" + condition.sql() + ")").collect(Collectors.joining(" and "));
        return conditions.isEmpty() ? "" : " where " + conditions;
    }
}
