package org.gatebook.web.unit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.gatebook.eventstore.Entered.StoredAnswer;
import org.gatebook.eventstore.Opening.IdempotencyKey;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.answer.RenderedAnswer;
import org.jspecify.annotations.Nullable;

/**
 * How answers are kept for idempotency keys. An answer may hold names, ticket secrets and fresh device tokens, so what
 * is stored can be read only by whoever sends the same credential and key again: both together are the sealing key, and
 * of neither more than a hash is stored.
 */
final class StoredAnswers {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** What is repeated of an answer about people who were erased since: the request was done, and is not done again. */
    private static final RenderedAnswer ERASED = new RenderedAnswer(
            410,
            "application/json",
            List.of(),
            "{\"detail\":\"The answer to this request was erased.\"}".getBytes(StandardCharsets.UTF_8));

    private StoredAnswers() {}

    /** The name under which the answer is looked up. */
    static IdempotencyKey key(@Nullable String authorization, String key) {
        byte[] hash = digest("credential", authorization == null ? "" : authorization, "");
        return new IdempotencyKey(HexFormat.of().formatHex(hash), key);
    }

    /** Seals an answer for whoever has this credential and key. */
    static StoredAnswer seal(RenderedAnswer answer, @Nullable String authorization, String key) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, authorization, key, nonce, answer.body());
        byte[] body = ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
        return new StoredAnswer(answer.status(), head(answer), body);
    }

    /** The answer as it was first sent. */
    static RenderedAnswer open(StoredAnswer stored, @Nullable String authorization, String key) {
        if (stored.body().length == 0) {
            return ERASED;
        }
        byte[] nonce = Arrays.copyOf(stored.body(), NONCE_BYTES);
        byte[] sealed = Arrays.copyOfRange(stored.body(), NONCE_BYTES, stored.body().length);
        byte[] body = run(Cipher.DECRYPT_MODE, authorization, key, nonce, sealed);
        String mediaType = null;
        List<Answer.Header> headers = new ArrayList<>();
        for (String line : stored.headers().split("\n", -1)) {
            int colon = line.indexOf(": ");
            if (colon < 0) {
                continue;
            }
            Answer.Header header = new Answer.Header(line.substring(0, colon), line.substring(colon + 2));
            if (header.name().equals("Content-Type")) {
                mediaType = header.value();
            } else {
                headers.add(header);
            }
        }
        return new RenderedAnswer(stored.status(), mediaType, List.copyOf(headers), body);
    }

    private static String head(RenderedAnswer answer) {
        StringBuilder lines = new StringBuilder();
        if (answer.mediaType() != null) {
            lines.append("Content-Type: ").append(answer.mediaType()).append('\n');
        }
        for (Answer.Header header : answer.headers()) {
            lines.append(header.name()).append(": ").append(header.value()).append('\n');
        }
        return lines.toString();
    }

    private static byte[] run(int mode, @Nullable String authorization, String key, byte[] nonce, byte[] input) {
        byte[] secret = digest("answer", authorization == null ? "" : authorization, key);
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(secret, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a stored answer does not fit its key", e);
        }
    }

    private static byte[] digest(String purpose, String authorization, String key) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : List.of(purpose, authorization, key)) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                digest.update(ByteBuffer.allocate(4).putInt(bytes.length).flip());
                digest.update(bytes);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
