package org.gatebook.catalogue;

import java.util.LinkedHashMap;
import java.util.Map;

/** Which API this server speaks. Apps choose their protocol by the number (decisions, first paragraph). */
public final class ServedVersion {

    private static final String PRETIX = "2024.9.0";
    private static final long PRETIX_NUMERIC = 20240090005000L;

    private final String gatebook;

    /** @param gatebook the version of this software */
    public ServedVersion(String gatebook) {
        this.gatebook = gatebook;
    }

    /** The two keys that clients of the reference know. */
    public Map<String, Object> asTheReference() {
        Map<String, Object> version = new LinkedHashMap<>();
        version.put("pretix", PRETIX);
        version.put("pretix_numeric", PRETIX_NUMERIC);
        return version;
    }

    /** The same and our own. */
    public Map<String, Object> withOurs() {
        Map<String, Object> version = asTheReference();
        version.put("gatebook", gatebook);
        return version;
    }
}
