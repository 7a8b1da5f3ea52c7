package org.gatebook.query.test;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gatebook.api.offer.Text;
import org.jspecify.annotations.Nullable;

/**
 * Records of which a test says only what it is about; everything else is empty, zero, false or null. So a test of orders
 * need not know each new property of a product.
 */
public final class Plain {

    private Plain() {}

    /** @param said names and values in turn */
    public static <R extends Record> R record(Class<R> type, @Nullable Object... said) {
        try {
            RecordComponent[] components = type.getRecordComponents();
            var constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new));
            return constructor.newInstance(Arrays.stream(components)
                    .map(component -> value(component, said))
                    .toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("no plain " + type, e);
        }
    }

    private static @Nullable Object value(RecordComponent component, @Nullable Object... said) {
        for (int i = 0; i < said.length; i += 2) {
            if (component.getName().equals(said[i])) {
                return said[i + 1];
            }
        }
        return usual(component);
    }

    @SuppressWarnings("unchecked")
    private static @Nullable Object usual(RecordComponent component) {
        Class<?> type = component.getType();
        if (type == boolean.class) {
            return false;
        } else if (type == int.class) {
            return 0;
        } else if (type == long.class) {
            return 0L;
        } else if (type == List.class) {
            return List.of();
        } else if (type == Set.class) {
            return Set.of();
        } else if (type == Map.class) {
            return Map.of();
        } else if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
            return null;
        } else if (type == String.class) {
            return "";
        } else if (type == BigDecimal.class) {
            return BigDecimal.ZERO;
        } else if (type == Text.class) {
            return new Text(Map.of());
        } else if (type == Instant.class) {
            return Instant.EPOCH;
        } else if (type == ZoneId.class) {
            return ZoneOffset.UTC;
        } else if (type == Currency.class) {
            return Currency.getInstance("EUR");
        } else if (type.isEnum()) {
            return type.getEnumConstants()[0];
        } else if (type.isRecord()) {
            return record((Class<? extends Record>) type);
        }
        return null;
    }
}
