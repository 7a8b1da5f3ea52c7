package org.gatebook.eventstore.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page of the documentation that is made from the code, and committed. */
public final class GeneratedPage {

    private GeneratedPage() {}

    /**
     * Fails if the committed page differs; the right one then lies below {@code target/pages}, to be copied.
     *
     * @param path of the page below the project's root
     */
    public static void assertUpToDate(String path, String expected) throws IOException {
        Path committed = Path.of("..").resolve(path);
        Path fresh = Path.of("target/pages").resolve(path);
        Files.createDirectories(fresh.getParent());
        Files.writeString(fresh, expected);
        assertThat(Files.exists(committed) ? Files.readString(committed) : "")
                .as("%s is out of date: copy %s over it", path, fresh.toAbsolutePath())
                .isEqualTo(expected);
    }
}
