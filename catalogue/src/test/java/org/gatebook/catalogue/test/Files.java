package org.gatebook.catalogue.test;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Files of the tests. */
public final class Files {

    private Files() {}

    /** The text of a resource. */
    public static String text(String name) {
        try (InputStream in = Files.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
