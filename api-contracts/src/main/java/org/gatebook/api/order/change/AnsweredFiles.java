package org.gatebook.api.order.change;

import java.util.List;

/**
 * Files among the answers for a position.
 *
 * @param needed those that are needed now and were not before
 * @param unneeded those that were needed before
 */
public record AnsweredFiles(List<String> needed, List<String> unneeded) {
    public AnsweredFiles {
        needed = List.copyOf(needed);
        unneeded = List.copyOf(unneeded);
    }
}
