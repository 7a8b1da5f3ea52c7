package org.gatebook.server.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.gatebook.eventstore.database.DatabaseRoles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL of a data folder. Any number of processes may use it at once (a server, and a command beside it): the
 * first one starts it, the last one stops it. Each holds a shared lock that dies with it, so after kill -9 the next one
 * finds the database still running and adopts it.
 */
final class EmbeddedDatabase implements Database {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final String NAME = "gatebook";
    private static final String OWNER = "gatebook_owner";
    private static final String APPLICATION = "gatebook_app";

    private final Path data;
    private final Postmaster postmaster;
    private final FolderLock use;
    private final DatabaseFolder folder;

    private EmbeddedDatabase(Path data, Postmaster postmaster, FolderLock use, DatabaseFolder folder) {
        this.data = data;
        this.postmaster = postmaster;
        this.use = use;
        this.folder = folder;
    }

    /**
     * @param data the folder, absolute
     * @param binaries where PostgreSQL's programs are unpacked
     * @param withMasterKey whether a new folder gets a master key of its own
     * @param withCheckpointKey whether a folder without a key for checkpoints gets one
     */
    static EmbeddedDatabase open(Path data, Path binaries, boolean withMasterKey, boolean withCheckpointKey) {
        try {
            Files.createDirectories(data.resolve("postgresql"));
            PostgresPrograms programs = PostgresPrograms.unpack(binaries);
            Postmaster postmaster = new Postmaster(programs, data);
            FolderLock deciding = deciding(data);
            try {
                FolderLock use =
                        FolderLock.on(data.resolve("postgresql/in-use.lock")).shared();
                try {
                    if (withCheckpointKey) {
                        CheckpointKeys.createIn(data);
                    }
                    return new EmbeddedDatabase(data, postmaster, use, started(data, postmaster, withMasterKey));
                } catch (IOException | SQLException | RuntimeException e) {
                    use.close();
                    throw e;
                }
            } finally {
                deciding.close();
            }
        } catch (IOException | SQLException e) {
            throw new DatabaseUnavailableException("The embedded database in " + data + " cannot be started", e);
        }
    }

    private static DatabaseFolder started(Path data, Postmaster postmaster, boolean withMasterKey)
            throws IOException, SQLException {
        DatabaseFolder folder = DatabaseFolder.readOrInvent(data);
        if (!postmaster.clusterExists()) {
            LOG.info("Creating the embedded database");
            folder.keep(data);
            if (withMasterKey) {
                GeneratedMasterKey.createIn(data);
            }
            postmaster.createCluster(folder.superuserPassword());
        }
        if (postmaster.isRunning()) {
            LOG.info("Using the embedded database that runs on port {}", folder.port());
        } else {
            if (!FreePort.isFree(folder.port())) {
                int other = FreePort.next();
                LOG.warn("Port {} of the embedded database is taken; it moves to {}", folder.port(), other);
                folder = folder.withPort(other);
                folder.keep(data);
            }
            postmaster.start(folder.port());
            LOG.info("Started the embedded database on port {}", folder.port());
        }
        createRoles(folder);
        return folder;
    }

    /** Both roles and the database; done again from the beginning when an earlier start died in the middle. */
    private static void createRoles(DatabaseFolder folder) throws SQLException {
        try (Connection connection = superuser(folder, "postgres").connect();
                Statement statement = connection.createStatement()) {
            if (!exists(statement, "select from pg_roles where rolname = '" + OWNER + "'")) {
                statement.execute("create role " + OWNER + " login password '" + folder.ownerPassword() + "'");
            }
            if (exists(statement, "select from pg_roles where rolname = '" + APPLICATION + "'")) {
                return;
            }
            if (!exists(statement, "select from pg_database where datname = '" + NAME + "'")) {
                statement.execute("create database " + NAME + " owner " + OWNER);
            }
        }
        DatabaseRoles.createApplicationRole(
                superuser(folder, NAME).dataSource(), APPLICATION, folder.applicationPassword());
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (var rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    @Override
    public DatabaseAddress owner() {
        return address(folder, NAME, OWNER, folder.ownerPassword());
    }

    @Override
    public DatabaseAddress application() {
        return address(folder, NAME, APPLICATION, folder.applicationPassword());
    }

    @Override
    public boolean embedded() {
        return true;
    }

    @Override
    public void close() {
        try {
            FolderLock deciding = deciding(data);
            try {
                if (use.wasTheLast()) {
                    postmaster.stop();
                    LOG.info("Stopped the embedded database");
                }
            } finally {
                use.close();
                deciding.close();
            }
        } catch (IOException | DatabaseUnavailableException e) {
            LOG.warn("The embedded database was left running; the next start uses it", e);
        }
    }

    /** Starting and stopping are decided one process after the other. */
    private static FolderLock deciding(Path data) throws IOException {
        return FolderLock.on(data.resolve("postgresql/deciding.lock")).alone();
    }

    private static DatabaseAddress superuser(DatabaseFolder folder, String name) {
        return address(folder, name, "postgres", folder.superuserPassword());
    }

    private static DatabaseAddress address(DatabaseFolder folder, String name, String user, String password) {
        return new DatabaseAddress("jdbc:postgresql://127.0.0.1:" + folder.port() + "/" + name, user, password);
    }
}
