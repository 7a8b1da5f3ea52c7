package org.gatebook.benchmarks.workload;

import java.util.List;
import java.util.function.Supplier;

/** What bare JDBC does for comparison, in the same database server in the same minutes. */
public sealed interface Floor {

    /** What the figures call it. */
    String name();

    /** All that the server sends for such requests, in the same transactions. */
    record SameStatements() implements Floor {
        @Override
        public String name() {
            return "floor: the same SQL by JDBC";
        }
    }

    /**
     * Some of it, in the same transactions; what only reads is read without any.
     *
     * @param words statements that contain one of these
     */
    record SomeStatements(String name, List<String> words) implements Floor {
        public SomeStatements {
            words = List.copyOf(words);
        }
    }

    /**
     * A query of its own, without a transaction around it.
     *
     * @param parameters of the next execution; called by many threads
     */
    record Query(String name, String sql, Supplier<List<Object>> parameters) implements Floor {}
}
