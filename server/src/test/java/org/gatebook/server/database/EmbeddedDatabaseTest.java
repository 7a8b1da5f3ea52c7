package org.gatebook.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.gatebook.eventstore.database.DatabaseRoles;
import org.gatebook.server.settings.ServerSettings;
import org.gatebook.server.settings.SettingsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {

    /** Unpacked once for all tests of the module. */
    private static final Path BINARIES = Path.of("target/postgresql").toAbsolutePath();

    @TempDir
    private Path data;

    @Test
    void a_new_folder_gets_a_durable_database_with_two_roles_and_private_passwords() throws Exception {
        try (Database database = open()) {
            assertThat(setting(database, "fsync")).isEqualTo("on");
            assertThat(setting(database, "synchronous_commit")).isEqualTo("on");
            assertThat(setting(database, "full_page_writes")).isEqualTo("on");
            assertThat(database.owner().user())
                    .isNotEqualTo(database.application().user());
            RoleSeparation roles = RoleSeparation.establish(database, settings(Map.of()));
            assertThat(roles.holds()).isTrue();
            for (String file : new String[] {"database.properties", "master.key"}) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve(file))))
                        .isEqualTo("rw-------");
            }
            assertThatThrownBy(() -> new DatabaseAddress(database.owner().url(), "postgres", "guess").connect())
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void the_owner_as_application_is_refused_unless_allowed() {
        try (Database database = open()) {
            RoleSeparation.establish(database, settings(Map.of()));
            Database single = new Database.ExternalDatabase(database.owner(), database.owner());
            assertThatThrownBy(() -> RoleSeparation.establish(single, settings(Map.of())))
                    .isInstanceOf(DatabaseRoles.UnsafeRole.class);
        }
    }

    @Test
    void it_is_the_same_one_at_the_same_port_the_next_time() throws Exception {
        String address;
        try (Database database = open()) {
            address = database.owner().url();
            execute(database, "create table kept (n int)");
        }
        try (Database database = open()) {
            assertThat(database.owner().url()).isEqualTo(address);
            execute(database, "insert into kept values (1)");
        }
    }

    @Test
    void a_stale_process_id_that_now_belongs_to_another_program_does_not_count() throws Exception {
        open().close();
        Path file = data.resolve("postgresql/cluster/postmaster.pid");
        Files.writeString(file, ProcessHandle.current().pid() + "\n" + data + "\n");
        try (Database database = open()) {
            assertThat(setting(database, "fsync")).isEqualTo("on");
        }
    }

    @Test
    void a_lost_master_key_is_never_replaced_by_another() throws IOException {
        open().close();
        Files.delete(data.resolve("master.key"));
        try (Database database = open()) {
            assertThat(database.embedded()).isTrue();
            assertThatThrownBy(() -> GeneratedMasterKey.orSet(settings(Map.of())))
                    .isInstanceOf(SettingsException.class);
        }
    }

    private Database open() {
        return Database.open(settings(Map.of()));
    }

    private ServerSettings settings(Map<String, String> more) {
        return ServerSettings.read(
                Map.of("GATEBOOK_DATA", data.toString(), "GATEBOOK_DATABASE_BINARIES", BINARIES.toString()), more);
    }

    private static String setting(Database database, String name) throws SQLException {
        try (Connection connection = database.application().connect();
                ResultSet rows = connection.createStatement().executeQuery("show " + name)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void execute(Database database, String statement) throws SQLException {
        try (Connection connection = database.owner().connect()) {
            connection.createStatement().execute(statement);
        }
    }
}
