package org.gatebook.api.ticket;

import java.util.Arrays;
import java.util.Optional;

/** Why a scan is refused, in the words of the API (behaviour notes, check-in 4.6). */
public enum ScanReason {
    CANCELED("canceled", false),
    BLOCKED("blocked", false),
    UNAPPROVED("unapproved", false),
    INVALID_TIME("invalid_time", false),
    INVALID("invalid", true),
    UNPAID("unpaid", true),
    PRODUCT("product", true),
    RULES("rules", true),
    REVOKED("revoked", true),
    INCOMPLETE("incomplete", true),
    ALREADY_REDEEMED("already_redeemed", true),
    AMBIGUOUS("ambiguous", true),
    ERROR("error", true);

    private final String code;
    private final boolean keepsAnswers;

    ScanReason(String code, boolean keepsAnswers) {
        this.code = code;
        this.keepsAnswers = keepsAnswers;
    }

    /** The word of the API; stable. */
    public String code() {
        return code;
    }

    /** What a client is told that may not know cancelled orders: it takes them for unpaid ones. */
    public ScanReason told(boolean canceledSupported) {
        return this == CANCELED && !canceledSupported ? UNPAID : this;
    }

    /** Whether answers that came with the scan are kept all the same: they are read before the door looks further. */
    public boolean keepsAnswers() {
        return keepsAnswers;
    }

    /** The reason of this word. */
    public static Optional<ScanReason> ofCode(String code) {
        return Arrays.stream(values())
                .filter(reason -> reason.code.equals(code))
                .findFirst();
    }
}
