package org.gatebook.web.form.type;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How the objects of {@linkplain Relation relations} are found in one request. Immutable. */
public final class Lookups {

    private static final Lookups NONE = new Lookups(Map.of());

    private final Map<Relation<?, ?>, Function<?, ?>> finders;

    private Lookups(Map<Relation<?, ?>, Function<?, ?>> finders) {
        this.finders = finders;
    }

    /** For forms that refer to nothing. */
    public static Lookups none() {
        return NONE;
    }

    /** Finds objects of one relation; the finder answers null for what does not exist for this client. */
    public static <K, T> Lookups of(Relation<K, T> relation, Function<K, @Nullable T> finder) {
        return NONE.and(relation, finder);
    }

    /** Finds objects of one relation more. */
    public <K, T> Lookups and(Relation<K, T> relation, Function<K, @Nullable T> finder) {
        Map<Relation<?, ?>, Function<?, ?>> more = new LinkedHashMap<>(finders);
        more.put(relation, finder);
        return new Lookups(more);
    }

    /**
     * The object with this key; null when there is none.
     *
     * @throws IllegalStateException if nobody said how to find objects of this relation
     */
    @SuppressWarnings("unchecked")
    public <K, T> @Nullable T find(Relation<K, T> relation, K key) {
        Function<K, @Nullable T> finder = (Function<K, @Nullable T>) finders.get(relation);
        if (finder == null) {
            throw new IllegalStateException("no way to find a " + relation);
        }
        return finder.apply(key);
    }
}
