package org.gatebook.eventstore.note;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/** The public key of whoever signs notes, in one line: {@code NAME+ID+KEY}. */
public final class VerifierKey {

    static final int ID_BYTES = 4;

    /** The signature type of Ed25519 in C2SP's table. */
    static final byte ED25519 = 1;

    private final String name;
    private final byte[] id;
    private final byte[] bytes;
    private final PublicKey key;

    VerifierKey(String name, byte[] bytes) {
        if (!isName(name)) {
            throw new IllegalArgumentException("no name of a key: " + name);
        }
        try {
            this.key = Ed25519.publicKey(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("no Ed25519 key", e);
        }
        this.name = name;
        this.bytes = bytes.clone();
        this.id = id(name, bytes);
    }

    /** @throws IllegalArgumentException if that is no such line */
    public static VerifierKey parse(String line) {
        String[] parts = line.strip().split("\\+", 3);
        if (parts.length < 3) {
            throw new IllegalArgumentException("is no NAME+ID+KEY");
        }
        byte[] typed = Base64.getDecoder().decode(parts[2]);
        if (typed.length != 1 + Ed25519.KEY_BYTES || typed[0] != ED25519) {
            throw new IllegalArgumentException("is no Ed25519 key");
        }
        VerifierKey key = new VerifierKey(parts[0], Arrays.copyOfRange(typed, 1, typed.length));
        if (!parts[1].toLowerCase(Locale.ROOT).equals(HexFormat.of().formatHex(key.id))) {
            throw new IllegalArgumentException("has an id that is not its own");
        }
        return key;
    }

    static boolean isName(String name) {
        return !name.isEmpty()
                && name.indexOf('+') < 0
                && name.chars()
                        .noneMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c) || c < ' ' || c == 0x7f);
    }

    private static byte[] id(String name, byte[] key) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(name.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) '\n');
            digest.update(ED25519);
            return Arrays.copyOf(digest.digest(key), ID_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whose key it is. */
    public String name() {
        return name;
    }

    byte[] id() {
        return id.clone();
    }

    /**
     * This key under the name that a signer says to have, if that is a branch of this key's log. Name and id are no proof yet.
     */
    Optional<VerifierKey> as(String signer, byte[] signerId) {
        if (!LogBranch.isOf(name, signer)) {
            return Optional.empty();
        }
        VerifierKey claimed = name.equals(signer) ? this : new VerifierKey(signer, bytes);
        return Arrays.equals(claimed.id, signerId) ? Optional.of(claimed) : Optional.empty();
    }

    boolean verifies(String text, byte[] signature) {
        try {
            Signature verifier = Signature.getInstance(Ed25519.NAME);
            verifier.initVerify(key);
            verifier.update(text.getBytes(StandardCharsets.UTF_8));
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            // Signatures of a wrong length.
            return false;
        }
    }

    /** The line. */
    @Override
    public String toString() {
        return name + "+" + HexFormat.of().formatHex(id) + "+" + typed(bytes);
    }

    static String typed(byte[] key) {
        byte[] typed = new byte[1 + key.length];
        typed[0] = ED25519;
        System.arraycopy(key, 0, typed, 1, key.length);
        return Base64.getEncoder().encodeToString(typed);
    }
}
