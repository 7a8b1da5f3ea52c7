package org.gatebook.web.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * How a token is stored and looked up. Tokens are long random texts, so a plain SHA-256 tells nothing about them and
 * needs no salt.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record TokenHash(String hex) {

    /** The hash of a token as the client sends it. */
    public static TokenHash of(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return new TokenHash(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
