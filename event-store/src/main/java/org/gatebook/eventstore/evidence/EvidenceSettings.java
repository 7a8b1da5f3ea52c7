package org.gatebook.eventstore.evidence;

import java.nio.file.Path;
import java.util.List;
import org.gatebook.eventstore.note.SigningKey;
import org.gatebook.eventstore.note.VerifierKey;
import org.jspecify.annotations.Nullable;

/**
 * Where evidence is kept and who vouches for it.
 *
 * @param folder of the tree and its checkpoints; its storage may be write-once
 * @param trusted keys whose signatures count; after a change of keys the old one too
 * @param key that signs; null where evidence is checked and not written
 */
public record EvidenceSettings(
        Path folder, List<VerifierKey> trusted, @Nullable SigningKey key) {

    public EvidenceSettings {
        trusted = List.copyOf(trusted);
        if (trusted.isEmpty()) {
            throw new IllegalArgumentException("no key is trusted, so no checkpoint would count");
        }
    }
}
