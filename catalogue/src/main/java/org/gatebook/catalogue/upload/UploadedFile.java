package org.gatebook.catalogue.upload;

import java.util.UUID;

/**
 * A file that somebody has sent.
 *
 * @param name without folders
 * @param mediaType one of those that may be sent
 * @param size in bytes
 */
public record UploadedFile(UUID id, String name, String mediaType, long size) {

    private static final String PREFIX = "file:";

    /** How clients refer to it. */
    public String reference() {
        return reference(id);
    }

    static String reference(UUID id) {
        return PREFIX + id;
    }

    /** The id in a reference. @throws IllegalArgumentException if it is none */
    static UUID id(String reference) {
        if (!reference.startsWith(PREFIX)) {
            throw new IllegalArgumentException("no reference to a file");
        }
        return UUID.fromString(reference.substring(PREFIX.length()));
    }
}
