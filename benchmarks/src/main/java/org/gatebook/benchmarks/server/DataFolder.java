package org.gatebook.benchmarks.server;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.gatebook.benchmarks.load.CpuTime;

/** A data folder with its embedded database, seen from beside the server. */
public final class DataFolder {

    /** Name of the embedded database. */
    public static final String DATABASE = "gatebook";

    private final Path path;

    /** @param path which exists */
    public DataFolder(Path path) {
        this.path = path;
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    /** A connection as the application's role to this database of the folder's server. */
    public Connection application(String database) throws SQLException {
        return connect(database, "gatebook_app", required("application.password"));
    }

    /** A connection as the role that may do everything, to no database in particular. */
    public Connection superuser() throws SQLException {
        return superuser("postgres");
    }

    /** The same to this database. */
    public Connection superuser(String database) throws SQLException {
        return connect(database, "postgres", required("superuser.password"));
    }

    private Connection connect(String database, String user, String password) throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", user);
        login.setProperty("password", password);
        login.setProperty("prepareThreshold", "1");
        login.setProperty("options", "-c search_path=read_1");
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port() + "/" + database, login);
    }

    /** Port of the embedded database. */
    public int port() {
        return Integer.parseInt(required("port"));
    }

    String masterKey() throws IOException {
        return Files.readString(path.resolve("master.key")).strip();
    }

    /** An address as the application, or as the owner, by way of another port. */
    String address(boolean owner, int throughPort) {
        return "postgresql://" + (owner ? "gatebook_owner:" : "gatebook_app:")
                + required(owner ? "owner.password" : "application.password") + "@127.0.0.1:" + throughPort + "/"
                + DATABASE;
    }

    /** Processor time of PostgreSQL. */
    public CpuTime postgresql() throws IOException {
        Path file = path.resolve("postgresql/cluster/postmaster.pid");
        return CpuTime.ofTree(Long.parseLong(Files.readAllLines(file).getFirst().strip()));
    }

    private String required(String key) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(path.resolve("database.properties"))) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String value = properties.getProperty(key);
        if (value == null) {
            throw new IllegalStateException("the data folder does not say its " + key);
        }
        return value;
    }
}
