package org.gatebook.web.access;

import java.util.Locale;
import java.util.StringTokenizer;
import org.gatebook.web.auth.CredentialScheme;
import org.jspecify.annotations.Nullable;

/** The {@code Authorization} header, read as the reference reads it (behaviour notes, orders 2; recording orderread/auth). */
public sealed interface AuthorizationHeader {

    /** No header, or a scheme that nobody here knows. */
    record Absent() implements AuthorizationHeader {}

    /** A known scheme without a usable token. */
    record Malformed(CredentialScheme scheme, String detail) implements AuthorizationHeader {}

    /** A token to look up. */
    record Presented(CredentialScheme scheme, String token) implements AuthorizationHeader {}

    /** Reads a header's value; null when absent. */
    static AuthorizationHeader parse(@Nullable String value) {
        StringTokenizer words = new StringTokenizer(value == null ? "" : value);
        CredentialScheme scheme = words.hasMoreTokens() ? scheme(words.nextToken()) : null;
        if (scheme == null) {
            return new Absent();
        }
        return switch (words.countTokens()) {
            case 0 -> new Malformed(scheme, "Invalid token header. No credentials provided.");
            case 1 -> new Presented(scheme, words.nextToken());
            default -> new Malformed(scheme, "Invalid token header. Token string should not contain spaces.");
        };
    }

    private static @Nullable CredentialScheme scheme(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "token" -> CredentialScheme.TOKEN;
            case "device" -> CredentialScheme.DEVICE;
            default -> null;
        };
    }
}
