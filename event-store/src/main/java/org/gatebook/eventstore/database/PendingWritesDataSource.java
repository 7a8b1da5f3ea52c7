package org.gatebook.eventstore.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Connections whose {@link PendingWrites} wait for the commit or the next statement. */
public final class PendingWritesDataSource extends DelegatingDataSource {

    private final DataSource target;

    /** @param target whose connections wait; not closed with this one */
    public PendingWritesDataSource(DataSource target) {
        super(target);
        this.target = target;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return (Connection) Proxy.newProxyInstance(
                PendingWritesDataSource.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                new Waiting(target.getConnection()));
    }

    private static final class Waiting implements InvocationHandler {

        private final Connection connection;
        private final PendingWrites writes;

        Waiting(Connection connection) {
            this.connection = connection;
            this.writes = new PendingWrites(connection);
        }

        @Override
        @SuppressWarnings("ReferenceEquality") // a connection equals itself and nothing else
        public @Nullable Object invoke(Object self, Method method, @Nullable Object @Nullable [] arguments)
                throws Throwable {
            switch (method.getName()) {
                case "commit" -> {
                    writes.commit();
                    return null;
                }
                case "rollback", "close", "abort" -> writes.drop();
                case "isWrapperFor", "unwrap" -> {
                    if (arguments != null && arguments[0] == PendingWrites.class) {
                        return method.getName().equals("unwrap") ? writes : true;
                    }
                    writes.send();
                }
                case "equals" -> {
                    return arguments != null && self == arguments[0];
                }
                case "hashCode" -> {
                    return System.identityHashCode(self);
                }
                case "isClosed", "isValid", "isReadOnly", "getAutoCommit", "getTransactionIsolation", "toString" -> {
                    // Asked often, and sends nothing.
                }
                default -> writes.send();
            }
            return DelegatedCall.pass(connection, method, arguments);
        }
    }
}
