package org.gatebook.web.filter;

import org.jspecify.annotations.Nullable;

/**
 * Where the rows of a list come from, in SQL.
 *
 * @param columns what stands between SELECT and FROM
 * @param source what stands behind FROM, joins included
 * @param id the column that makes any order total
 * @param finding how the rows of a page are found before they are read; null to do both at once
 */
record RowSource(
        String columns, String source, String id, @Nullable Finding finding) {

    /**
     * @param source less than the list's, with the same aliases
     * @param lacking an alias that it lacks, with its dot: conditions and orders that mention it need the list's source
     */
    record Finding(String source, String lacking) {}

    RowSource foundFirst(Finding in) {
        return new RowSource(columns, source, id, in);
    }

    /**
     * The statement that yields the rows of a page, with {@code :page_size} and {@code :page_offset}.
     *
     * @param where empty, or the conditions behind their word
     */
    String pageSql(String where, String order) {
        String ordered = " order by " + order;
        String page = where + ordered + " limit :page_size offset :page_offset";
        return finding == null
                ? "select " + columns + " from " + source + page
                : "select " + columns + " from " + source + " where " + id + " = any (array(select " + id + " from "
                        + sourceFor(page) + page + "))" + ordered;
    }

    /** The least that these conditions and orders can be read from. */
    String sourceFor(String conditions) {
        return finding == null || conditions.contains(finding.lacking()) ? source : finding.source();
    }
}
