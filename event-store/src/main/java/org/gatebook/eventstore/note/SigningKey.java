package org.gatebook.eventstore.note;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** The private key of whoever signs notes; as one line it is {@code PRIVATE+KEY+NAME+ID+KEY}, which Go's tools read too. */
public final class SigningKey {

    private static final String PREFIX = "PRIVATE+KEY+";
    private static final int PARTS = 3;

    private final VerifierKey verifier;
    private final byte[] seed;
    private final PrivateKey key;

    private SigningKey(String name, byte[] seed) {
        try {
            this.verifier = new VerifierKey(name, Ed25519.publicBytes(seed));
            this.key = Ed25519.privateKey(seed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        this.seed = seed.clone();
        // A public key that is not this one's would sign what nobody can verify, and nobody would notice for long.
        if (!verifier.verifies(name, sign(name))) {
            throw new IllegalStateException("the derived public key does not verify");
        }
    }

    /**
     * A new one.
     *
     * @param name without spaces and plus signs, best an address without its scheme
     */
    public static SigningKey generate(String name) {
        byte[] seed = new byte[Ed25519.KEY_BYTES];
        new SecureRandom().nextBytes(seed);
        return new SigningKey(name, seed);
    }

    /** @throws IllegalArgumentException if that is no such line; it does not show the line */
    public static SigningKey parse(String line) {
        String text = line.strip();
        String[] parts =
                text.startsWith(PREFIX) ? text.substring(PREFIX.length()).split("\\+", PARTS) : new String[0];
        if (parts.length != PARTS) {
            throw new IllegalArgumentException("is no PRIVATE+KEY+NAME+ID+KEY");
        }
        byte[] typed;
        try {
            typed = Base64.getDecoder().decode(parts[2]);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("is no key in Base64", e);
        }
        if (typed.length != 1 + Ed25519.KEY_BYTES || typed[0] != VerifierKey.ED25519) {
            throw new IllegalArgumentException("is no Ed25519 key");
        }
        SigningKey key = new SigningKey(parts[0], Arrays.copyOfRange(typed, 1, typed.length));
        if (!HexFormat.of().formatHex(key.verifier.id()).equals(parts[1])) {
            throw new IllegalArgumentException("has an id that is not its own");
        }
        return key;
    }

    /** The same key as it signs for a branch of its log. */
    public SigningKey branch(int number) {
        return number == 0 ? this : new SigningKey(LogBranch.name(verifier.name(), number), seed);
    }

    /** The public one. */
    public VerifierKey verifier() {
        return verifier;
    }

    /** The line, which is the secret. */
    public String secret() {
        return PREFIX + verifier.name() + "+" + HexFormat.of().formatHex(verifier.id()) + "+" + VerifierKey.typed(seed);
    }

    byte[] sign(String text) {
        try {
            Signature signature = Signature.getInstance(Ed25519.NAME);
            signature.initSign(key);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "SigningKey[" + verifier + "]";
    }
}
