package org.gatebook.eventstore.erasure;

import java.util.List;

/** Positions in few words. */
final class PositionRanges {

    private PositionRanges() {}

    /** Growing positions as {@code 17-19,23}. */
    static String of(List<Long> positions) {
        StringBuilder text = new StringBuilder();
        int index = 0;
        while (index < positions.size()) {
            long first = positions.get(index);
            long last = first;
            while (index + 1 < positions.size() && positions.get(index + 1) == last + 1) {
                last = positions.get(++index);
            }
            text.append(text.isEmpty() ? "" : ",").append(first);
            if (last > first) {
                text.append('-').append(last);
            }
            index++;
        }
        return text.toString();
    }
}
