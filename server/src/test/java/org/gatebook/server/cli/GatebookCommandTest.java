package org.gatebook.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class GatebookCommandTest {

    @TempDir
    private Path data;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void an_unknown_setting_stops_the_start_with_a_sentence() {
        assertThat(run(Map.of("GATEBOOK_PROT", "1"), "serve")).isEqualTo(2);
        assertThat(err.toString()).contains("Did you mean GATEBOOK_PORT?").doesNotContain("\tat ");
    }

    @Test
    void an_unknown_option_stops_it_too() {
        assertThat(run(Map.of(), "serve", "--prot", "1")).isEqualTo(2);
        assertThat(err.toString()).contains("--prot");
    }

    @Test
    void half_an_external_database_is_refused_before_anything_is_opened() {
        assertThat(run(Map.of("GATEBOOK_DATABASE_URL", "postgresql://a:hidden@nowhere/x"), "verify"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("GATEBOOK_MIGRATION_URL").doesNotContain("hidden");
    }

    @Test
    void the_demo_is_not_opened_to_the_network() {
        assertThat(run(Map.of(), "demo", "--bind", "0.0.0.0", "--data", data.toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("loopback");
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void a_token_can_be_made_without_a_file_and_all_is_well_afterwards() {
        Map<String, String> environment = Map.of(
                "GATEBOOK_DATA",
                data.toString(),
                "GATEBOOK_DATABASE_BINARIES",
                Path.of("target/postgresql").toAbsolutePath().toString());
        assertThat(run(environment, "admin", "create-token", "box", "Office", "--permission", "can_manage_gift_cards"))
                .as(err::toString)
                .isZero();
        assertThat(out.toString().strip()).matches("[0-9a-f]{64}");
        assertThat(run(environment, "verify")).as(err::toString).isZero();
        assertThat(run(environment, "replay")).as(err::toString).isZero();
        assertThat(out.toString()).contains("live and rebuilt are equal");
    }

    @Test
    void an_event_is_proved_to_somebody_who_has_a_file_and_the_public_key() throws IOException {
        Map<String, String> environment = Map.of(
                "GATEBOOK_DATA",
                data.toString(),
                "GATEBOOK_DATABASE_BINARIES",
                Path.of("target/postgresql").toAbsolutePath().toString());
        assertThat(run(environment, "admin", "create-token", "box", "Office", "--permission", "can_manage_gift_cards"))
                .as(err::toString)
                .isZero();
        assertThat(run(environment, "admin", "checkpoint", "prove", "1")).isEqualTo(2);
        assertThat(err.toString()).contains("no checkpoint covers position 1 yet");
        assertThat(run(environment, "admin", "checkpoint", "write"))
                .as(err::toString)
                .isZero();
        String key = out.toString()
                .lines()
                .reduce((first, last) -> last)
                .orElseThrow()
                .substring("public key ".length());
        assertThat(Files.getPosixFilePermissions(data.resolve("checkpoint.key")))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        out.getBuffer().setLength(0);
        assertThat(run(environment, "verify")).as(out::toString).isZero();
        assertThat(out.toString()).contains("1 of 1 checkpoints have the root of the log", "inclusion: position ");
        out.getBuffer().setLength(0);
        assertThat(run(environment, "admin", "checkpoint", "prove", "1"))
                .as(err::toString)
                .isZero();
        Path proof = data.resolve("1.tlog-proof");
        Files.writeString(proof, out.toString());
        Map<String, String> stranger =
                Map.of("GATEBOOK_DATA", data.resolve("nothing").toString());
        String[] check = {"admin", "checkpoint", "check", proof.toString(), "--checkpoint-public-keys", key};
        assertThat(run(stranger, check)).as(err::toString).isZero();
        assertThat(out.toString())
                .contains("position        1\n")
                .containsPattern("is leaf 0 of \\d+ in gatebook.local/");
        Files.writeString(proof, Files.readString(proof).replace("index 0", "index 1"));
        assertThat(run(stranger, check)).isEqualTo(1);
        assertThat(out.toString()).contains("proves nothing: it holds an event that is not in the checkpoint");
        String zip = data.resolve("box.zip").toString();
        String[] export = {"export", "--organizer", "box", "--from", "2020-01-01", "--to", "2100-01-01", "--out", zip};
        assertThat(run(environment, export)).as(err::toString).isZero();
        assertThat(run(stranger, "export", "--check", zip, "--checkpoint-public-keys", key))
                .as(out::toString)
                .isZero();
        assertThat(out.toString()).contains("package of box, all events", "trusted key " + key, "nothing is wrong");
        assertThat(run(environment, export)).isEqualTo(2);
        assertThat(err.toString()).contains("box.zip is there already");
    }

    @Test
    void an_export_is_told_what_it_lacks() {
        assertThat(run(Map.of(), "export", "--organizer", "box", "--from", "2026-01-01"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("Say --out to write a package, or --check to check one.");
        assertThat(run(Map.of(), "export", "--check", data.resolve("nothing").toString()))
                .isEqualTo(1);
        assertThat(out.toString()).contains("is no audit package");
    }

    @Test
    void every_command_has_its_help_and_a_version() {
        assertThat(run(Map.of(), "admin", "checkpoint", "prove", "--help")).isZero();
        assertThat(out.toString()).contains("Usage: gatebook admin checkpoint prove", "POSITION", "--evidence");
        assertThat(run(Map.of(), "verify", "--version")).isZero();
        helps(GatebookCommand.line(Map.of()), List.of());
    }

    private void helps(CommandLine command, List<String> path) {
        assertThat(run(Map.of(), asked(path, "--help"))).as(path + ": " + err).isZero();
        command.getSubcommands().forEach((name, sub) -> helps(sub, List.of(asked(path, name))));
    }

    private static String[] asked(List<String> path, String last) {
        return Stream.concat(path.stream(), Stream.of(last)).toArray(String[]::new);
    }

    @Test
    void a_key_for_checkpoints_can_be_made() {
        assertThat(run(Map.of(), "admin", "checkpoint", "new-key", "tickets.example.org/log"))
                .isZero();
        assertThat(out.toString())
                .startsWith("GATEBOOK_CHECKPOINT_KEY=PRIVATE+KEY+tickets.example.org/log+")
                .contains("\npublic key tickets.example.org/log+");
    }

    private int run(Map<String, String> environment, String... arguments) {
        CommandLine line = GatebookCommand.line(environment);
        line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        return line.execute(arguments);
    }
}
