package org.gatebook.eventstore.test;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Counts the statements that pass, a batch as one; begin, commit and rollback are none, savepoints are. For tests and for
 * benchmarks.
 */
public final class CountingDataSource extends DelegatingDataSource {

    private static final Set<String> EXECUTIONS = Set.of(
            "execute", "executeQuery", "executeUpdate", "executeBatch", "executeLargeUpdate", "executeLargeBatch");

    private final List<String> statements = Collections.synchronizedList(new ArrayList<>());
    private final List<String> trips = Collections.synchronizedList(new ArrayList<>());

    public CountingDataSource(DataSource target) {
        super(target);
    }

    /** The statements so far, in order. */
    public List<String> statements() {
        synchronized (statements) {
            return List.copyOf(statements);
        }
    }

    /** What travelled, statements that went together as one text, with a commit among them. */
    public List<String> trips() {
        synchronized (trips) {
            return List.copyOf(trips);
        }
    }

    /** Forgets them. */
    public void reset() {
        statements.clear();
        trips.clear();
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("setSavepoint")) {
                        statements.add("savepoint");
                    } else if (method.getName().equals("rollback") && arguments != null) {
                        statements.add("rollback to savepoint");
                    } else if (method.getName().equals("equals")) {
                        return proxy == arguments[0];
                    } else if (method.getName().equals("hashCode")) {
                        return System.identityHashCode(proxy);
                    }
                    Object result = invoke(() -> method.invoke(connection, arguments));
                    return result instanceof Statement statement
                            ? counted(statement, arguments != null && arguments[0] instanceof String sql ? sql : "")
                            : result;
                });
    }

    private Object counted(Statement statement, String prepared) {
        Class<?> type = statement instanceof CallableStatement
                ? CallableStatement.class
                : statement instanceof PreparedStatement ? PreparedStatement.class : Statement.class;
        return Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (EXECUTIONS.contains(method.getName())) {
                        String sent = arguments != null && arguments[0] instanceof String sql ? sql : prepared;
                        trips.add(sent);
                        // Statements that travel together are counted one by one.
                        Stream.of(sent.split(";\n", -1))
                                .filter(one -> !one.equals("commit"))
                                .forEach(statements::add);
                    }
                    return invoke(() -> method.invoke(statement, arguments));
                });
    }

    private interface Call {
        Object run() throws Throwable;
    }

    private static Object invoke(Call call) throws Throwable {
        try {
            return call.run();
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
