package org.gatebook.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.gatebook.eventstore.sealing.KeyStoreCheck.UnfitKeyStore;
import org.gatebook.eventstore.verify.Verification;
import org.gatebook.eventstore.verify.VerificationReport;
import org.gatebook.server.database.Database;
import org.gatebook.server.database.DatabaseAddress;
import org.gatebook.server.settings.ServerSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.logging.LogLevel;
import org.springframework.jdbc.core.JdbcTemplate;

/** A server whose key store has a database of its own, with another backup (ADR 0005). */
class KeyStoreApartTest {

    private static final String KEYS_OF_THE_STORE = "select count(*) from keys.subject_key";

    @TempDir
    private Path folder;

    @Test
    void keys_lie_in_their_own_database_alone_and_a_server_without_it_does_not_start() throws IOException {
        Path provisioning = folder.resolve("provision.json");
        Files.writeString(provisioning, """
            {"organizers": [{"slug": "apart", "name": "Apart", "settings": {}, "teams": []}]}
            """);
        try (Database keys = Database.open(settings(folder.resolve("keys"), Map.of()))) {
            Map<String, String> apart = Map.of(
                    "GATEBOOK_KEYS_URL", url(keys.application()),
                    "GATEBOOK_KEYS_MIGRATION_URL", url(keys.owner()),
                    "GATEBOOK_PROVISION", provisioning.toString());
            Path events = folder.resolve("events");
            try (RunningServer server = RunningServer.start(settings(events, apart), LogLevel.WARN)) {
                VerificationReport report = server.part(Verification.class).run();
                assertThat(report.clean()).as(report.text()).isTrue();
                assertThat(report.events()).isPositive();
                assertThat(new JdbcTemplate(keys.owner().dataSource()).queryForObject(KEYS_OF_THE_STORE, Long.class))
                        .isPositive();
                JdbcTemplate log =
                        new JdbcTemplate(server.part(Database.class).owner().dataSource());
                assertThat(log.queryForObject("select to_regclass('keys.subject_key') is null", Boolean.class))
                        .isTrue();
                assertThat(server.part(HealthEndpoint.class)
                                .healthForPath("db", "keyDataSource")
                                .getStatus()
                                .getCode())
                        .isEqualTo("UP");
            }
            assertThatThrownBy(() -> RunningServer.start(settings(events, Map.of()), LogLevel.WARN))
                    .hasStackTraceContaining(UnfitKeyStore.class.getName());
        }
    }

    private static String url(DatabaseAddress address) {
        return address.url() + "?user=" + address.user() + "&password=" + address.password();
    }

    private static ServerSettings settings(Path data, Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("GATEBOOK_PORT", "0");
        environment.put("GATEBOOK_DATA", data.toString());
        environment.put("GATEBOOK_LOG", "plain");
        environment.put(
                "GATEBOOK_DATABASE_BINARIES",
                Path.of("target/postgresql").toAbsolutePath().toString());
        return ServerSettings.read(environment, Map.of());
    }
}
