package org.gatebook.eventstore.test;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes records of which a test cares about few components; the others are empty, zero or null. So a test that is not
 * about them does not change when they do.
 */
public final class Blank<T extends Record> {

    private static final Map<Class<?>, Object> EMPTY = Map.ofEntries(
            Map.entry(boolean.class, false),
            Map.entry(int.class, 0),
            Map.entry(long.class, 0L),
            Map.entry(String.class, ""),
            Map.entry(Map.class, Map.of()),
            Map.entry(Set.class, Set.of()),
            Map.entry(List.class, List.of()),
            Map.entry(BigDecimal.class, BigDecimal.ZERO),
            Map.entry(Instant.class, Instant.EPOCH),
            Map.entry(ZoneId.class, ZoneOffset.UTC),
            Map.entry(Currency.class, Currency.getInstance("EUR")));

    private final Class<T> type;
    private final Map<String, Object> given = new HashMap<>();

    private Blank(Class<T> type) {
        this.type = type;
    }

    /** A blank record of this type. */
    public static <T extends Record> Blank<T> of(Class<T> type) {
        return new Blank<>(type);
    }

    /** Gives a component a value. */
    public Blank<T> with(String component, Object value) {
        given.put(component, value);
        return this;
    }

    /** The record. */
    public T make() {
        RecordComponent[] components = type.getRecordComponents();
        try {
            Constructor<T> canonical = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            return canonical.newInstance(
                    Arrays.stream(components).map(this::value).toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make a " + type.getSimpleName(), e);
        }
    }

    private @Nullable Object value(RecordComponent component) {
        if (given.containsKey(component.getName())) {
            return given.get(component.getName());
        }
        if (component.getType().isRecord()) {
            return of(component.getType().asSubclass(Record.class)).make();
        }
        return EMPTY.get(component.getType());
    }
}
