package org.gatebook.eventstore.backup;

import java.util.List;

/**
 * What becomes of a module's tables in a backup. Modules contribute beans; a test holds that no table of the schemas
 * {@code events} and {@code ops} is left undecided. Schemas of read models are made of events and need no entry.
 */
public record StoredTables(List<StoredTable> tables) {

    public StoredTables {
        tables = List.copyOf(tables);
    }

    /** Declares tables. */
    public static StoredTables of(StoredTable... tables) {
        return new StoredTables(List.of(tables));
    }

    /** Why a table is in a backup, or is not. */
    public enum Keeping {
        /** Nothing else says what it says: it is backed up. */
        FACT,
        /** It is made again from the events after a restore. */
        DERIVED,
        /** It says what is under way on running nodes. */
        PASSING
    }

    /** @param name with its schema */
    public record StoredTable(String name, Keeping keeping) {

        /** Backed up. */
        public static StoredTable fact(String name) {
            return new StoredTable(name, Keeping.FACT);
        }

        /** Made again from the events. */
        public static StoredTable derived(String name) {
            return new StoredTable(name, Keeping.DERIVED);
        }

        /** Of running nodes only. */
        public static StoredTable passing(String name) {
            return new StoredTable(name, Keeping.PASSING);
        }
    }
}
