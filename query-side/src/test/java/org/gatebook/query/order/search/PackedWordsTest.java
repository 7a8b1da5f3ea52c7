package org.gatebook.query.order.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PackedWordsTest {

    /** Few letters, so that words repeat, overlap and lie at both ends; one of them is not Latin-1. */
    private static final String LETTERS = "ABš";

    @Property(tries = 20)
    void what_is_found_is_what_looking_at_each_order_finds(@ForAll long seed) {
        Random random = new Random(seed);
        PackedWords packed = new PackedWords();
        Map<Long, String> all = new HashMap<>();
        for (int step = 0; step < 12; step++) {
            Map<Long, @Nullable String> touched = touched(random, 1 << random.nextInt(11));
            packed.put(touched);
            touched.forEach((order, words) -> {
                if (words == null) {
                    all.remove(order);
                } else {
                    all.put(order, words);
                }
            });
            String wanted = words(random, 1 + random.nextInt(6));
            assertThat(found(packed, wanted)).isEqualTo(oneByOne(all, wanted));
        }
    }

    @Test
    void nothing_is_in_everything() {
        PackedWords packed = new PackedWords();
        Map<Long, @Nullable String> touched = touched(new Random(1), 5_000);
        touched.values().removeIf(words -> words == null);
        packed.put(touched);
        assertThat(found(packed, "")).isEqualTo(new TreeSet<>(touched.keySet()));
    }

    private static Map<Long, @Nullable String> touched(Random random, int count) {
        Map<Long, @Nullable String> touched = new HashMap<>();
        for (int index = 0; index < count; index++) {
            touched.put(
                    (long) random.nextInt(2_000), random.nextInt(5) == 0 ? null : words(random, random.nextInt(60)));
        }
        return touched;
    }

    private static String words(Random random, int length) {
        StringBuilder words = new StringBuilder();
        random.ints(length, 0, LETTERS.length()).forEach(index -> words.append(LETTERS.charAt(index)));
        return words.toString();
    }

    private static Set<Long> found(PackedWords packed, String wanted) {
        Set<Long> found = new TreeSet<>();
        packed.containing(wanted, found::add);
        return found;
    }

    private static Set<Long> oneByOne(Map<Long, String> all, String wanted) {
        Set<Long> found = new TreeSet<>();
        all.forEach((order, words) -> {
            if (words.contains(wanted)) {
                found.add(order);
            }
        });
        return found;
    }
}
