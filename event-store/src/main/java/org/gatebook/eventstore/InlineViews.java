package org.gatebook.eventstore;

import java.util.Optional;

/** Views as the current unit of work sees them, its own uncommitted changes included. */
public interface InlineViews {

    /**
     * The view of this key.
     *
     * @return what the current unit wrote, without a statement; else what is in the database
     */
    <V> Optional<V> current(ReadModel<V> model, String key);
}
