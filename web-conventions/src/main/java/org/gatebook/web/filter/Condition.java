package org.gatebook.web.filter;

import java.util.Map;

/**
 * A condition in SQL. Its text comes from declarations only; what a client sent travels in the parameters.
 *
 * @param sql may use the parameters as {@code :name}
 * @param params by name
 */
public record Condition(String sql, Map<String, Object> params) {

    public Condition {
        params = Map.copyOf(params);
    }

    /** A condition without parameters. */
    public static Condition of(String sql) {
        return new Condition(sql, Map.of());
    }

    /** A condition with one parameter. */
    public static Condition of(String sql, String name, Object value) {
        return new Condition(sql, Map.of(name, value));
    }
}
