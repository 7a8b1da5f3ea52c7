package org.gatebook.benchmarks.floor;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.gatebook.benchmarks.load.ClosedLoop;
import org.gatebook.benchmarks.workload.Floor;

/** A bare JDBC loop of one query. */
final class QueryFloor implements ClosedLoop.Client {

    private final Connection connection;
    private final Floor.Query query;
    private final PreparedStatement prepared;

    QueryFloor(Connection connection, Floor.Query query) throws SQLException {
        this.connection = connection;
        this.query = query;
        this.prepared = connection.prepareStatement(query.sql());
    }

    @Override
    public boolean step() throws SQLException {
        List<Object> parameters = query.parameters().get();
        for (int i = 0; i < parameters.size(); i++) {
            prepared.setObject(i + 1, parameters.get(i));
        }
        try (ResultSet rows = prepared.executeQuery()) {
            int columns = rows.getMetaData().getColumnCount();
            boolean any = false;
            while (rows.next()) {
                any = true;
                for (int column = 1; column <= columns; column++) {
                    rows.getString(column);
                }
            }
            if (!any) {
                throw new IllegalStateException("the floor's query finds nothing: " + query.sql());
            }
        }
        return true;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
