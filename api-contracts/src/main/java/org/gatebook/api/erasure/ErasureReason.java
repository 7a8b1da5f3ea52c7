package org.gatebook.api.erasure;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** Why somebody was erased: one of few words, because a free text would sooner or later name people. */
public enum ErasureReason {
    /** The person asked for it. */
    REQUEST,
    /** Nobody needs it any more. */
    NO_LONGER_NEEDED,
    /** The person does not agree any longer. */
    CONSENT_WITHDRAWN,
    /** It should never have been stored. */
    UNLAWFUL;

    /** As the API and events write it. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if there is none of this code */
    @JsonCreator
    public static ErasureReason ofCode(String code) {
        return Arrays.stream(values())
                .filter(reason -> reason.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no reason: " + code));
    }
}
