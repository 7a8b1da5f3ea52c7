package org.gatebook.eventstore.sealing;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.gatebook.api.personal.SubjectId;

/** One subject's key, ready to use: AES-256-GCM with the subject's id as associated data. */
public final class SubjectKey {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Finding a cipher among the providers costs more than sealing a short text. One that failed does not come back. */
    private static final Queue<Cipher> CIPHERS = new ArrayBlockingQueue<>(64);

    private final AesGcmJce cipher;
    private final SecretKeySpec key;
    private final byte[] associated;

    SubjectKey(SubjectId subject, byte[] bytes) {
        associated = subject.value().getBytes(StandardCharsets.UTF_8);
        try {
            cipher = new AesGcmJce(bytes);
            key = new SecretKeySpec(bytes, "AES");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no AES-GCM here", e);
        }
    }

    /**
     * Nonce, ciphertext and tag, as Tink writes and reads them. The nonce is not drawn by Tink: it makes a random source
     * for each thread, and requests run on threads of their own, which was a fifth of a request's time.
     */
    public byte[] seal(byte[] plain) {
        try {
            byte[] nonce = new byte[NONCE_BYTES];
            RANDOM.nextBytes(nonce);
            Cipher sealing = CIPHERS.poll();
            if (sealing == null) {
                sealing = Cipher.getInstance("AES/GCM/NoPadding");
            }
            sealing.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BYTES * 8, nonce));
            sealing.updateAAD(associated);
            byte[] sealed = Arrays.copyOf(nonce, NONCE_BYTES + plain.length + TAG_BYTES);
            sealing.doFinal(plain, 0, plain.length, sealed, NONCE_BYTES);
            CIPHERS.offer(sealing);
            return sealed;
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
