package org.gatebook.eventstore.sealing;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.gatebook.api.personal.SubjectId;
import org.jspecify.annotations.Nullable;

/** Subject keys as they are stored: sealed under the master key, with the subject's id as associated data. */
final class KeyWrapping {

    private final AesGcmJce master;

    KeyWrapping(MasterKey masterKey) {
        try {
            this.master = new AesGcmJce(masterKey.bytes());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no AES-GCM here", e);
        }
    }

    byte[] wrap(SubjectId subject, byte[] key) {
        try {
            return master.encrypt(key, associated(subject));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot wrap a key", e);
        }
    }

    /** The key again; empty for a subject that was erased. */
    Optional<SubjectKey> unwrap(SubjectId subject, byte @Nullable [] wrapped) {
        if (wrapped == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new SubjectKey(subject, master.decrypt(wrapped, associated(subject))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the master key does not fit the key store", e);
        }
    }

    private static byte[] associated(SubjectId subject) {
        return subject.value().getBytes(StandardCharsets.UTF_8);
    }
}
