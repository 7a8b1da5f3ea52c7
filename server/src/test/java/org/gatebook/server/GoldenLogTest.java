package org.gatebook.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.gatebook.server.cli.GatebookCommand;
import org.gatebook.server.settings.ServerSettings;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import picocli.CommandLine;

/**
 * A log that an older version has written, as that version has backed it up, with its keys and a master key that is good
 * for nothing else. This version restores it, makes its read models of it, and finds nothing wrong. The files are never
 * edited; a version that writes another form of events or backups adds a folder.
 */
class GoldenLogTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden-log");

    @TempDir
    Path data;

    @Test
    @Tag("torture")
    void the_log_of_the_first_revision_is_restored_and_says_what_it_said() throws IOException {
        Path log = GOLDEN.resolve("revision-1");
        for (String key : new String[] {"master.key", "checkpoint.key"}) {
            Files.copy(log.resolve(key), data.resolve(key));
        }
        StringWriter said = new StringWriter();
        CommandLine command = GatebookCommand.line(Map.of(
                "GATEBOOK_DATA",
                data.toString(),
                "GATEBOOK_DATABASE_BINARIES",
                Path.of("target/postgresql").toAbsolutePath().toString()));
        command.setOut(new PrintWriter(said));
        int status = command.execute(
                "admin",
                "restore",
                "--from",
                log.resolve("log").toString(),
                "--keys-from",
                log.resolve("keys").toString(),
                "--by",
                "test");
        assertThat(status).as(said.toString()).isZero();
        assertThat(said.toString())
                .contains("nothing is wrong")
                .contains("3 of 3 checkpoints have the root of the log");
        ServerSettings settings = ServerSettings.read(
                Map.of(
                        "GATEBOOK_DATA",
                        data.toString(),
                        "GATEBOOK_DATABASE_BINARIES",
                        Path.of("target/postgresql").toAbsolutePath().toString()),
                Map.of());
        try (Application application = Application.openForCommand(settings)) {
            JdbcTemplate jdbc = application.part(JdbcTemplate.class);
            String schema =
                    jdbc.queryForObject("select name from ops.read_schema where state = 'active'", String.class);
            assertThat(jdbc.queryForList(
                            "select status || ' ' || count(*) from " + schema
                                    + ".orders group by status order by status",
                            String.class))
                    .containsExactly("c 2", "e 3", "n 10", "p 35");
        }
    }
}
