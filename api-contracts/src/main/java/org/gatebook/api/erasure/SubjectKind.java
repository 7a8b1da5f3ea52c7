package org.gatebook.api.erasure;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** Who can be erased. */
public enum SubjectKind {
    /** A buyer and all who come with the order. */
    ORDER,
    /** Who comes with one position. */
    POSITION,
    /** A customer's account. */
    CUSTOMER;

    /** As the API and events write it. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if there is none of this code */
    @JsonCreator
    public static SubjectKind ofCode(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no kind of subject: " + code));
    }
}
