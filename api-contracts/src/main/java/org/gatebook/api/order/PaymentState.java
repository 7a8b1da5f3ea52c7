package org.gatebook.api.order;

import com.fasterxml.jackson.annotation.JsonValue;

/** Where a payment stands (behaviour notes, orders 18.1). */
public enum PaymentState {
    /** Waiting for the money. */
    CREATED("created"),
    /** The provider has started to work on it. */
    PENDING("pending"),
    /** The money has arrived. */
    CONFIRMED("confirmed"),
    /** The provider reported a failure. */
    FAILED("failed"),
    /** Given up before any money arrived. */
    CANCELED("canceled"),
    /** The money had arrived and was given back; it still counts as received. */
    REFUNDED("refunded");

    private final String code;

    PaymentState(String code) {
        this.code = code;
    }

    /** The name in the API and in events. */
    @JsonValue
    public String code() {
        return code;
    }

    /** Whether the money has arrived, whatever happened to it later. */
    public boolean isReceived() {
        return this == CONFIRMED || this == REFUNDED;
    }

    /** Whether it still waits. */
    public boolean isOpen() {
        return this == CREATED || this == PENDING;
    }
}
