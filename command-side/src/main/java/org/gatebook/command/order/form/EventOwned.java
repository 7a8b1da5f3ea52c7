package org.gatebook.command.order.form;

import java.util.Map;
import java.util.function.Function;
import java.util.function.LongPredicate;
import org.gatebook.web.form.reference.References;
import org.gatebook.web.form.type.Relation;
import org.gatebook.web.form.type.Type;
import org.jspecify.annotations.Nullable;

/**
 * What an id of an event's resource leads to: the thing itself, or the knowledge that another event of the organizer has
 * it. The reference tells the two from each other: only what the organizer has nowhere "does not exist" (behaviour notes,
 * orders 7.3).
 *
 * @param own null if it belongs to another event
 */
public record EventOwned<T>(@Nullable T own) {

    /** A field that takes the event's own things only. */
    public static <T> Type<T> type(Relation<Long, EventOwned<T>> relation, String foreign) {
        return References.id(relation)
                .must(found -> found.own == null ? foreign : null)
                .as(EventOwned::known);
    }

    /**
     * How they are found.
     *
     * @param elsewhere whether another event of the organizer has something of this id; asked for unknown ids only
     */
    public static <T> Function<Long, @Nullable EventOwned<T>> among(Map<Long, T> own, LongPredicate elsewhere) {
        return id -> {
            T thing = own.get(id);
            return thing == null && !elsewhere.test(id) ? null : new EventOwned<>(thing);
        };
    }

    /** The thing itself, once a rule has let nothing of other events pass. */
    public T known() {
        if (own == null) {
            throw new IllegalStateException("a rule lets nothing of other events pass");
        }
        return own;
    }
}
