package org.gatebook.api.order;

import com.fasterxml.jackson.annotation.JsonValue;

/** Where an order stands, as clients see it (behaviour notes, orders 4.1). */
public enum OrderStatus {
    /** It holds its places and waits for money or approval. */
    PENDING("n"),
    /** It is paid. */
    PAID("p"),
    /** Its time is over. */
    EXPIRED("e"),
    /** It was called off. */
    CANCELED("c");

    private final String code;

    OrderStatus(String code) {
        this.code = code;
    }

    /** The letter of the API. */
    @JsonValue
    public String code() {
        return code;
    }

    /**
     * The status of this letter.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static OrderStatus ofCode(String code) {
        for (OrderStatus status : values()) {
            if (status.code.equals(code)) {
                return status;
            }
        }
        throw new IllegalArgumentException("no status " + code);
    }
}
