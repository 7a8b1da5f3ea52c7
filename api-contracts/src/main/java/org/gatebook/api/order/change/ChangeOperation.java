package org.gatebook.api.order.change;

import org.gatebook.api.money.Money;

/** One of the things that a change does to an order (behaviour notes, orders 16 and 17). */
public sealed interface ChangeOperation {

    /** Takes a position and its add-ons out. */
    record CancelLine(long line) implements ChangeOperation {}

    /** Alters a position; one that an earlier operation took out is left alone. */
    record AlterLine(long line, LinePatch patch) implements ChangeOperation {}

    /** Moves a position and its add-ons into another order; one that an earlier operation took out stays. */
    record SplitLine(long line) implements ChangeOperation {}

    /** Adds a position. */
    record AddLine(NewLine line) implements ChangeOperation {}

    /** Takes a fee out. */
    record CancelFee(long fee) implements ChangeOperation {}

    /** Lets a fee come to another amount; one that an earlier operation took out is left alone. */
    record ChangeFee(long fee, Money value) implements ChangeOperation {}

    /** Taxes all positions anew by the address as it is now. */
    record RecalculateTaxes(Keep keep) implements ChangeOperation {}

    /** Which amount stays when a rate changes. */
    enum Keep {
        /** The amount without tax. */
        NET,
        /** What is paid. */
        GROSS
    }
}
