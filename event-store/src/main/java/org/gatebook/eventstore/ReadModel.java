package org.gatebook.eventstore;

import java.time.Instant;
import java.util.List;
import org.gatebook.api.event.DomainEvent;
import org.jspecify.annotations.Nullable;

/**
 * A read model: a pure fold from events to views and one description of how a view becomes rows. The live projection
 * (upserts in the transaction of the events) and a rebuild (COPY into a new schema) call the same fold and the same
 * {@link #write}, so that they cannot differ. Implementations are Spring beans.
 *
 * @param <V> the view, immutable
 */
public interface ReadModel<V> {

    /** Stable name, for example {@code gift_card}. */
    String name();

    /** Version of the tables' form, counted from 1; a new one needs a rebuild. */
    int version();

    /**
     * Class path resource with the DDL of this version, table names unqualified; run by the application's role with the
     * new schema as search path.
     */
    String script();

    /** The tables that {@link #write} fills. */
    List<Table> tables();

    /** Its events: a sealed interface, usually all events of one aggregate. */
    Class<? extends DomainEvent> events();

    /** How rows and streams belong together. */
    default Keyed keyed() {
        return Keyed.BY_AGGREGATE;
    }

    /** The key of the view that this event changes; null when it changes none. For one view per stream: the stream. */
    default @Nullable String key(RecordedEvent event) {
        return event.aggregateId();
    }

    /**
     * The view after this event; pure. The same instance means unchanged, and nothing is written.
     *
     * @param view the view before; null when there is none
     * @return null only when there is still no view
     */
    @Nullable
    V fold(@Nullable V view, RecordedEvent event);

    /** Reads one view from the active schema (the search path); null when there is none. */
    @Nullable
    V load(String key);

    /** Says the rows of a view, all of them, one call of the sink a row. */
    void write(Row<V> row, RowSink sink);

    /** How rows and streams belong together. */
    enum Keyed {
        /** One stream writes the view and nothing else does: it can be cached and need not be read again. */
        BY_AGGREGATE,
        /** Each event has a row of its own, never changed afterwards: nothing is ever read before it is written. */
        BY_EVENT,
        /**
         * Several streams write one view: it is read each time, by a {@link ReadModel#load} that locks the row, and the
         * fold must commute.
         */
        SHARED,
        /**
         * Several streams write one row and none of them reads it: in each unit the fold begins with nothing, and where
         * rows of one key meet, each column keeps the greater value ({@link Table#merged}). That commutes as long as the
         * fold takes maxima too, and spares the statement that locks a shared row.
         */
        MERGED
    }

    /**
     * A changed view and where it stands.
     *
     * @param position position of the last event in it
     * @param stamp {@code recorded_at} of the last event in it
     * @param sequence the last event's sequence in its stream
     * @param created whether no row existed before
     */
    record Row<V>(String key, V view, long position, Instant stamp, long sequence, boolean created) {}

    /**
     * A table of the read model.
     *
     * @param name unqualified
     * @param key the columns of the primary key, a part of the columns
     * @param columns all columns, in the order in which values are given; a type other than what the driver would guess
     *     follows a colon, for example {@code document:json}
     * @param merged whether a row that meets one of its key raises its columns instead of replacing it; only types that
     *     have a maximum
     */
    record Table(String name, List<String> key, List<String> columns, boolean merged) {
        public Table {
            key = List.copyOf(key);
            columns = List.copyOf(columns);
        }

        /** A table whose rows are replaced as a whole. */
        public Table(String name, List<String> key, List<String> columns) {
            this(name, key, columns, false);
        }

        /** A table of a {@link Keyed#MERGED} read model. */
        public static Table merged(String name, List<String> key, List<String> columns) {
            return new Table(name, key, columns, true);
        }

        /** The names of the columns, without types. */
        public List<String> names() {
            return columns.stream().map(Table::nameOf).toList();
        }

        /** The name of a column as it was declared, without its type. */
        public static String nameOf(String column) {
            int colon = column.indexOf(':');
            return colon < 0 ? column : column.substring(0, colon);
        }
    }

    /** Takes rows. */
    @FunctionalInterface
    interface RowSink {

        /**
         * One row.
         *
         * @param values in the order of the table's columns: String, Long, Integer, Boolean, BigDecimal, Instant, byte[],
         *     UUID or null
         */
        void row(Table table, @Nullable Object... values);
    }
}
