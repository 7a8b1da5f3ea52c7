package org.gatebook.eventstore.sealing;

import java.util.Arrays;
import java.util.Base64;

/** The key that wraps all subject keys: 32 bytes. Never logged. */
public final class MasterKey {

    private static final int LENGTH = 32;

    private final byte[] bytes;

    /** @throws IllegalArgumentException if it has not 32 bytes */
    public MasterKey(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("the master key must have 32 bytes");
        }
        this.bytes = Arrays.copyOf(bytes, LENGTH);
    }

    /** The key in base64. @throws IllegalArgumentException if it is not 32 bytes in base64 */
    public static MasterKey ofBase64(String text) {
        return new MasterKey(Base64.getDecoder().decode(text.strip()));
    }

    byte[] bytes() {
        return Arrays.copyOf(bytes, LENGTH);
    }

    @Override
    public String toString() {
        return "MasterKey[...]";
    }
}
