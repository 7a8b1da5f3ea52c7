package org.gatebook.api.order;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * What people are told about their order. Each has texts of its own, and some are told to those who come along too, in
 * other words (behaviour notes, orders 7.12 and 14).
 */
public enum OrderMail {
    /** It was placed and waits for money. */
    PLACED("order_placed", true),
    /** It was placed and waits for the organizer. */
    PLACED_FOR_APPROVAL("order_placed_require_approval", false),
    /** It was placed and costs nothing. */
    PLACED_FREE("order_free", true),
    /** Its money has arrived. */
    PAID("order_paid", true),
    /** The organizer said yes, and waits for money. */
    APPROVED("order_approved", true),
    /** The organizer said yes, and it costs nothing. */
    APPROVED_FREE("order_approved_free", true),
    /** The organizer said no. */
    DENIED("order_denied", false),
    /** It was called off. */
    CANCELED("order_canceled", false),
    /** What it holds has changed. */
    CHANGED("order_changed", false),
    /** Where it is to be found. */
    LINK("resend_link", false);

    private final String code;
    private final boolean forAttendees;

    OrderMail(String code, boolean forAttendees) {
        this.code = code;
        this.forAttendees = forAttendees;
    }

    /** As events store it and as the names of settings end: {@code mail_text_CODE}, {@code mail_subject_CODE}. */
    @JsonValue
    public String code() {
        return code;
    }

    /** As the settings of what attendees are told end; null if they are not told. */
    public @Nullable String attendeeCode() {
        return forAttendees ? code + "_attendee" : null;
    }

    /**
     * The one of this code.
     *
     * @throws IllegalArgumentException if there is none
     */
    @JsonCreator
    public static OrderMail ofCode(String code) {
        for (OrderMail mail : values()) {
            if (mail.code.equals(code)) {
                return mail;
            }
        }
        throw new IllegalArgumentException("no mail " + code);
    }
}
