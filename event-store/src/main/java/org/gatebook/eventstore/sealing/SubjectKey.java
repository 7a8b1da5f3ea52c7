package org.gatebook.eventstore.sealing;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import org.gatebook.api.personal.SubjectId;

/** One subject's key, ready to use: AES-256-GCM with the subject's id as associated data. */
public final class SubjectKey {

    private final AesGcmJce cipher;
    private final byte[] associated;

    SubjectKey(SubjectId subject, byte[] key) {
        associated = subject.value().getBytes(StandardCharsets.UTF_8);
        try {
            cipher = new AesGcmJce(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no AES-GCM here", e);
        }
    }

    /** Nonce, ciphertext and tag. */
    public byte[] seal(byte[] plain) {
        try {
            return cipher.encrypt(plain, associated);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot seal", e);
        }
    }

    /** @throws IllegalStateException if it was not sealed with this key under this subject */
    public byte[] open(byte[] sealed) {
        try {
            return cipher.decrypt(sealed, associated);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealed under another key or subject, or damaged", e);
        }
    }
}
