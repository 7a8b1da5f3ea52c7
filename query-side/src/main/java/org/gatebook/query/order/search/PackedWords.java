package org.gatebook.query.order.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The words of many orders, most of them packed into few long texts: a processor looks through one long text several times
 * quicker than through a hundred thousand short ones, each of which it has to fetch first. What was touched since the last
 * packing lies loose beside them. Not for several threads that change it.
 */
final class PackedWords {

    /** Short enough that a letter outside Latin-1, which doubles a text, doubles little. */
    private static final int LENGTH_OF_TEXT = 1 << 16;

    /** So many are looked through one by one in less time than packing takes. */
    private static final int FEW = 1_000;

    /** No word holds it, because PostgreSQL's texts do not. */
    private static final char END = '\0';

    private final Map<Long, String> loose = new HashMap<>();
    private final Set<Long> outdated = new HashSet<>();
    private List<Text> texts = new ArrayList<>();
    private int packed;

    /** Words of orders one after the other. */
    private static final class Text {

        private final String words;
        private final long[] orders;
        private final int[] ends;

        /** @param ends where the words of each order end, in the order of {@code orders} */
        Text(String words, long[] orders, int[] ends) {
            this.words = words;
            this.orders = orders;
            this.ends = ends;
        }

        void containing(String wanted, LongConsumer found) {
            int at = words.indexOf(wanted);
            while (at >= 0) {
                int place = Arrays.binarySearch(ends, at);
                int index = place >= 0 ? place : -place - 1;
                found.accept(orders[index]);
                at = index + 1 == orders.length ? -1 : words.indexOf(wanted, ends[index] + 1);
            }
        }

        void each(Words told) {
            int from = 0;
            for (int index = 0; index < orders.length; index++) {
                told.of(orders[index], words.substring(from, ends[index]));
                from = ends[index] + 1;
            }
        }
    }

    /** Told of the words of each order. */
    @FunctionalInterface
    private interface Words {
        void of(long order, String words);
    }

    /** Puts words in the place of what there was of their orders; null takes an order away. */
    void put(Map<Long, @Nullable String> touched) {
        touched.forEach((order, words) -> {
            outdated.add(order);
            if (words == null) {
                loose.remove(order);
            } else {
                loose.put(order, words);
            }
        });
        if (outdated.size() > FEW + packed / 4) {
            pack();
        }
    }

    /** Tells the orders whose words have this somewhere; one may be told more than once. */
    void containing(String wanted, LongConsumer found) {
        texts.forEach(text -> text.containing(wanted, order -> {
            if (!outdated.contains(order)) {
                found.accept(order);
            }
        }));
        loose.forEach((order, words) -> {
            if (words.contains(wanted)) {
                found.accept(order);
            }
        });
    }

    private void pack() {
        Packing packing = new Packing();
        texts.forEach(text -> text.each((order, words) -> {
            if (!outdated.contains(order)) {
                packing.add(order, words);
            }
        }));
        loose.forEach(packing::add);
        packing.finish();
        texts = packing.texts;
        packed = packing.count;
        loose.clear();
        outdated.clear();
    }

    private static final class Packing {

        private final List<Text> texts = new ArrayList<>();
        private final StringBuilder words = new StringBuilder();
        private final List<Long> orders = new ArrayList<>();
        private final List<Integer> ends = new ArrayList<>();
        private int count;

        void add(long order, String added) {
            orders.add(order);
            words.append(added);
            ends.add(words.length());
            words.append(END);
            count++;
            if (words.length() >= LENGTH_OF_TEXT) {
                finish();
            }
        }

        void finish() {
            if (!orders.isEmpty()) {
                texts.add(new Text(
                        words.toString(),
                        orders.stream().mapToLong(Long::longValue).toArray(),
                        ends.stream().mapToInt(Integer::intValue).toArray()));
                words.setLength(0);
                orders.clear();
                ends.clear();
            }
        }
    }
}
