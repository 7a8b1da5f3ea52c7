package org.gatebook.benchmarks.replay;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gatebook.api.event.DomainEvent;
import org.gatebook.api.giftcard.GiftCardCode;
import org.gatebook.api.order.OrderCode;
import org.gatebook.api.personal.Personal;
import org.gatebook.api.personal.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * The same facts about somebody else: every number from the first one on is moved by a distance, wherever it is in a value,
 * and with it the streams and subjects that are named after it; codes and secrets get an end of their own. Smaller numbers are those of supporting data and stay.
 *
 * @param first the smallest number that is moved; all of them come from one sequence
 * @param distance how far
 */
record Renumbering(long first, long distance) {

    private static final Pattern STREAM = Pattern.compile("([a-z]+):(\\d+)");

    String stream(String id) {
        Matcher matcher = STREAM.matcher(id);
        return matcher.matches() ? matcher.group(1) + ":" + number(Long.parseLong(matcher.group(2))) : id;
    }

    private long number(long number) {
        return number < first ? number : number + distance;
    }

    /** The event with its numbers moved. */
    DomainEvent of(DomainEvent event) {
        return (DomainEvent) held((Record) event);
    }

    /** Codes and secrets are somebody's alone, and the ledger of claims holds each once. */
    private String suffix() {
        return Long.toString(distance, 36).toUpperCase(Locale.ROOT);
    }

    /** Codes and secrets are unique, so each copy has its own. */
    private Object personal(Personal.Known<?> known) {
        return known.bearer() && known.known() instanceof String secret
                ? Personal.bearer(new SubjectId(stream(known.subject().value())), secret + suffix())
                : held(known);
    }

    private @Nullable Object moved(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Long number -> number(number);
            case String text -> stream(text);
            case OrderCode code -> new OrderCode(code.value() + suffix());
            case GiftCardCode code -> new GiftCardCode(code.value() + suffix());
            case Personal.Known<?> known -> personal(known);
            case Record held -> held(held);
            case List<?> list -> list.stream().map(this::moved).toList();
            case Set<?> set -> {
                Set<@Nullable Object> all = new LinkedHashSet<>();
                set.forEach(entry -> all.add(moved(entry)));
                yield all;
            }
            case Map<?, ?> map -> {
                Map<@Nullable Object, @Nullable Object> all = new LinkedHashMap<>();
                map.forEach((key, entry) -> all.put(moved(key), moved(entry)));
                yield all;
            }
            case Object other -> other;
        };
    }

    private Record held(Record value) {
        RecordComponent[] components = value.getClass().getRecordComponents();
        @Nullable Object[] moved = new Object[components.length];
        try {
            for (int i = 0; i < components.length; i++) {
                components[i].getAccessor().setAccessible(true);
                moved[i] = moved(components[i].getAccessor().invoke(value));
            }
            Constructor<? extends Record> canonical = value.getClass()
                    .getDeclaredConstructor(Arrays.stream(components)
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new));
            canonical.setAccessible(true);
            return canonical.newInstance(moved);
        } catch (IllegalAccessException
                | InstantiationException
                | InvocationTargetException
                | NoSuchMethodException e) {
            throw new IllegalStateException(
                    "cannot renumber a " + value.getClass().getName(), e);
        }
    }
}
