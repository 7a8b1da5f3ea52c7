package org.gatebook.api.order;

import com.fasterxml.jackson.annotation.JsonValue;

/** Who wanted a refund (behaviour notes, orders 19.1). */
public enum RefundSource {
    /** The organizer. */
    ADMIN("admin"),
    /** The buyer. */
    BUYER("buyer"),
    /** The payment provider. */
    EXTERNAL("external"),
    /** Nobody: the money went along with positions that were split off. */
    NOBODY("");

    private final String code;

    RefundSource(String code) {
        this.code = code;
    }

    /** The name in the API and in events. */
    @JsonValue
    public String code() {
        return code;
    }
}
