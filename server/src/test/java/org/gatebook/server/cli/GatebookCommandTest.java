package org.gatebook.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
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

    private int run(Map<String, String> environment, String... arguments) {
        CommandLine line = GatebookCommand.line(environment);
        line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        return line.execute(arguments);
    }
}
