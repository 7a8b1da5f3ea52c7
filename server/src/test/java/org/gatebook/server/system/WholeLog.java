package org.gatebook.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;

/** What must hold of a folder after everything that may happen to it. */
public final class WholeLog {

    private WholeLog() {}

    /** Verify finds nothing, and a replay gives what the read models hold. Each starts a program. */
    public static void check(Path data) throws Exception {
        for (String command : new String[] {"verify", "replay"}) {
            assertThat(Node.run(data, command))
                    .as(() -> command + ": " + log(data))
                    .isZero();
        }
    }

    private static String log(Path data) {
        try {
            return Node.log(data, "command.log");
        } catch (IOException e) {
            return "its log cannot be read: " + e;
        }
    }
}
