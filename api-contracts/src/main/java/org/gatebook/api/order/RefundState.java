package org.gatebook.api.order;

import com.fasterxml.jackson.annotation.JsonValue;

/** Where a refund stands (behaviour notes, orders 19.1). */
public enum RefundState {
    /** Somebody has to send the money. */
    CREATED("created"),
    /** The money is under way. */
    TRANSIT("transit"),
    /** The provider says that it gave money back by itself; nobody here has looked at it. */
    EXTERNAL("external"),
    /** The money was given back. */
    DONE("done"),
    /** It did not work. */
    FAILED("failed"),
    /** Given up before any money went. */
    CANCELED("canceled");

    private final String code;

    RefundState(String code) {
        this.code = code;
    }

    /** The name in the API and in events. */
    @JsonValue
    public String code() {
        return code;
    }

    /** Whether the money counts as given back (behaviour notes, orders 12.1). */
    public boolean isGivenBack() {
        return this == DONE || this == TRANSIT || this == CREATED;
    }

    /** Whether somebody can still say that it was done. */
    public boolean isUnderWay() {
        return this == CREATED || this == TRANSIT;
    }
}
