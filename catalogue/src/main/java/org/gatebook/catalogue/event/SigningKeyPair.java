package org.gatebook.catalogue.event;

import java.util.List;
import java.util.Map;
import org.gatebook.catalogue.resource.Document;

/** The keys with which an event signs its tickets. */
final class SigningKeyPair {

    private SigningKeyPair() {}

    /** The keys that devices verify with, by the generator that signs with them. */
    static Map<String, List<String>> validKeys(Document event) {
        String key = event.textOrNull("signing_public_key");
        return Map.of("pretix_sig1", key == null ? List.of() : List.of(key));
    }
}
