package org.gatebook.eventstore.past;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.Map;
import org.gatebook.eventstore.database.DelegatedCall;
import org.jspecify.annotations.Nullable;

/**
 * The connection of a unit that reads the past. Tables of the read models are found by the search path; those that are
 * named with their schema, because no read model has them, are named anew here. So every statement that reads the present
 * reads the past, and the present pays nothing for it.
 */
final class PastConnection implements InvocationHandler {

    private final Connection connection;
    private final Map<String, String> names;

    private PastConnection(Connection connection, Map<String, String> names) {
        this.connection = connection;
        this.names = names;
    }

    /** @param names of live tables, and what to read in their place */
    static Connection of(Connection connection, Map<String, String> names) {
        return (Connection) Proxy.newProxyInstance(
                PastConnection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                new PastConnection(connection, Map.copyOf(names)));
    }

    @Override
    public @Nullable Object invoke(Object self, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        if (arguments != null && method.getName().startsWith("prepare") && arguments[0] instanceof String sql) {
            arguments[0] = renamed(sql);
        }
        return DelegatedCall.pass(connection, method, arguments);
    }

    private String renamed(String sql) {
        String renamed = sql;
        for (Map.Entry<String, String> name : names.entrySet()) {
            renamed = renamed.replace(name.getKey(), name.getValue());
        }
        return renamed;
    }
}
