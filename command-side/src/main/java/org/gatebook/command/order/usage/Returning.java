package org.gatebook.command.order.usage;

import java.util.List;

/**
 * An order that holds no places and is to hold them again: paid late, extended, reactivated (behaviour notes, orders 12.3).
 *
 * @param lines its positions that are not cancelled
 * @param force whether only seats may stop it
 * @param redeemsAgain whether its vouchers were given back, so that they must be redeemed once more
 */
public record Returning(List<HeldLine> lines, boolean force, boolean redeemsAgain) {

    public Returning {
        lines = List.copyOf(lines);
    }
}
