package org.gatebook.eventstore.rebuild;

import java.util.List;
import org.gatebook.eventstore.ReadModel;
import org.gatebook.eventstore.rebuild.RebuildReport.TableReport;

/**
 * Rows that decisions stand on and that units write beside their events, such as claims and counters. The events alone must
 * be able to make them again; a rebuild does so beside the read models, at the same position, and compares (ADR 0025).
 * Implementations are Spring beans.
 */
public interface Ledger {

    /**
     * Folds of the events into tables of the schema that is being made. They are no read models: nothing is live there, and
     * the tables are dropped when they were compared.
     */
    List<ReadModel<?>> folds();

    /** Compares, in the current snapshot, what was folded (on the search path) with what units have written. */
    TableReport compare();

    /** Makes what units have written equal to what was folded, in the current transaction. Nobody else writes meanwhile. */
    void repair();
}
