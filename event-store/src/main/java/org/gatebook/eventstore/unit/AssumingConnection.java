package org.gatebook.eventstore.unit;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.gatebook.eventstore.Entered;
import org.gatebook.eventstore.Opening;
import org.gatebook.eventstore.database.DelegatedCall;
import org.jspecify.annotations.Nullable;

/**
 * A connection for a read unit that began on an assumption. The entrance check travels behind the unit's first query, in
 * the same round trip, and no row is handed out before it has confirmed the assumption. What was true when the check ran
 * was true when the query before it ran, because versions only grow.
 */
final class AssumingConnection implements InvocationHandler {

    private final Connection connection;
    private final Opening opening;
    private final Entered assumed;
    private final Connection proxy;
    private @Nullable Entered confirmed;

    /** The assumption was wrong, so what was read since says nothing. */
    static final class Outdated extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Outdated() {
            super("the read unit began on what is no longer true", null, false, false);
        }
    }

    AssumingConnection(Connection connection, Opening opening, Entered assumed) {
        this.connection = connection;
        this.opening = opening;
        this.assumed = assumed;
        this.proxy = (Connection) Proxy.newProxyInstance(
                AssumingConnection.class.getClassLoader(), new Class<?>[] {Connection.class}, this);
    }

    /** What the work is to use. */
    Connection proxy() {
        return proxy;
    }

    /** What the check found, as assumed but for the time; null while there was none. */
    @Nullable
    Entered confirmed() {
        return confirmed;
    }

    /**
     * Checks now, unless a query has brought the check along.
     *
     * @return as {@link #confirmed()}
     * @throws Outdated if the assumption was wrong
     */
    Entered confirm() throws SQLException {
        return confirmed == null ? confirm(EntranceCheck.ask(connection, opening)) : confirmed;
    }

    private Entered confirm(EntranceCheck check) {
        if (!check.confirms(assumed)) {
            throw new Outdated();
        }
        confirmed = check.entered();
        return confirmed;
    }

    @Override
    public @Nullable Object invoke(Object self, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        if (confirmed == null && method.getReturnType() == PreparedStatement.class) {
            if (arguments != null && arguments.length == 1 && isQuery((String) arguments[0])) {
                return new CheckingStatement(connection.prepareStatement(arguments[0] + ";\n" + EntranceCheck.SQL))
                        .proxy();
            }
            confirm();
        } else if (confirmed == null && Statement.class.isAssignableFrom(method.getReturnType())) {
            confirm();
        }
        return DelegatedCall.pass(connection, method, arguments);
    }

    private static boolean isQuery(@Nullable String sql) {
        String text = sql == null ? "" : sql.stripLeading();
        return text.regionMatches(true, 0, "select", 0, 6) || text.regionMatches(true, 0, "with", 0, 4);
    }

    /** A query with the check behind it. */
    private final class CheckingStatement implements InvocationHandler {

        private final PreparedStatement statement;
        private int parameters;

        CheckingStatement(PreparedStatement statement) {
            this.statement = statement;
        }

        PreparedStatement proxy() {
            return (PreparedStatement) Proxy.newProxyInstance(
                    AssumingConnection.class.getClassLoader(), new Class<?>[] {PreparedStatement.class}, this);
        }

        @Override
        public @Nullable Object invoke(Object self, Method method, @Nullable Object @Nullable [] arguments)
                throws Throwable {
            String name = method.getName();
            if (name.equals("executeQuery")) {
                return query();
            }
            if (name.startsWith("execute") || name.equals("addBatch")) {
                throw new SQLException("a read unit asks by executeQuery, not by " + name);
            }
            if (arguments != null && arguments.length > 1 && arguments[0] instanceof Integer index) {
                parameters = Math.max(parameters, index);
            }
            return DelegatedCall.pass(statement, method, arguments);
        }

        private ResultSet query() throws SQLException {
            EntranceCheck.bind(statement, parameters, opening);
            statement.execute();
            ResultSet rows = statement.getResultSet();
            statement.getMoreResults(Statement.KEEP_CURRENT_RESULT);
            try (ResultSet row = statement.getResultSet()) {
                if (confirmed == null) {
                    confirm(EntranceCheck.read(row));
                }
            }
            return rows;
        }
    }
}
