package org.gatebook.benchmarks.wire;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Statements that travelled together, as one JDBC statement would send them. */
public final class RoundTrip {

    private final List<RecordedStatement> statements;
    private final boolean committing;
    private final String jdbc;

    RoundTrip(List<RecordedStatement> statements) {
        this(statements, false);
    }

    private RoundTrip(List<RecordedStatement> statements, boolean committing) {
        this.statements = List.copyOf(statements);
        this.committing = committing;
        String sql = isBatch()
                ? this.statements.getFirst().jdbc()
                : this.statements.stream()
                        .flatMap(statement -> statement.executions().stream().map(parameters -> statement.jdbc()))
                        .collect(Collectors.joining(";\n"));
        this.jdbc = committing ? sql + ";\ncommit" : sql;
    }

    /** With the commit of its transaction behind the statements. */
    static RoundTrip committing(List<RecordedStatement> statements) {
        return new RoundTrip(statements, true);
    }

    /** The same with only those statements; null if none is left. */
    @Nullable
    RoundTrip only(Predicate<RecordedStatement> kept) {
        List<RecordedStatement> left = statements.stream().filter(kept).toList();
        return left.isEmpty() ? null : new RoundTrip(left, committing);
    }

    private boolean isBatch() {
        return !committing
                && statements.size() == 1
                && statements.getFirst().executions().size() > 1;
    }

    List<RecordedStatement> statements() {
        return statements;
    }

    /** The statement to prepare for {@link #run}. */
    public String sql() {
        return jdbc;
    }

    /** Makes the trip again and reads all that comes back. */
    public void run(PreparedStatement prepared) throws SQLException {
        if (isBatch()) {
            for (List<Parameter> parameters : statements.getFirst().executions()) {
                bind(prepared, parameters, 0);
                prepared.addBatch();
            }
            prepared.executeBatch();
            return;
        }
        int bound = 0;
        for (RecordedStatement statement : statements) {
            for (List<Parameter> parameters : statement.executions()) {
                bound = bind(prepared, parameters, bound);
            }
        }
        for (boolean rows = prepared.execute();
                rows || prepared.getUpdateCount() >= 0;
                rows = prepared.getMoreResults()) {
            if (rows) {
                read(prepared);
            }
        }
    }

    private static int bind(PreparedStatement prepared, List<Parameter> parameters, int before) throws SQLException {
        int index = before;
        for (Parameter parameter : parameters) {
            parameter.bind(prepared, ++index);
        }
        return index;
    }

    private static void read(PreparedStatement prepared) throws SQLException {
        try (ResultSet rows = prepared.getResultSet()) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int column = 1; column <= columns; column++) {
                    rows.getString(column);
                }
            }
        }
    }
}
