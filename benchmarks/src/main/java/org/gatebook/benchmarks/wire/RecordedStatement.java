package org.gatebook.benchmarks.wire;

import java.util.List;

/**
 * A statement as it was executed.
 *
 * @param sql as it travelled, with numbered parameters
 * @param executions parameters of each; more than one for a batch
 */
record RecordedStatement(String sql, List<List<Parameter>> executions) {

    /** The statement for JDBC, which writes parameters in another way. */
    String jdbc() {
        return sql.replaceAll("\\$\\d+", "?");
    }

    /** The statement on one line. */
    String shown() {
        return sql.strip().replaceAll("\\s+", " ");
    }

    /** Whether a unit that only reads begins with the trip of this statement. */
    boolean opensReadUnit() {
        return sql.contains("from ops.read_schema s") && !opensWriteUnit();
    }

    /** Whether a unit that may write begins with it. */
    boolean opensWriteUnit() {
        return sql.contains("ops.enter(") || sql.contains("pg_try_advisory_xact_lock_shared");
    }

    boolean is(String words) {
        return sql.strip().regionMatches(true, 0, words, 0, words.length());
    }
}
