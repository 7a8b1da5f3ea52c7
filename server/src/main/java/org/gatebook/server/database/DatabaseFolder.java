package org.gatebook.server.database;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/**
 * What the data folder remembers about its embedded database: the port and the passwords, in one file that only its
 * owner can read.
 *
 * @param port on the loopback interface; chosen free once, then kept, so that the next start finds a database that
 *     outlived its server
 * @param superuserPassword of {@code postgres}, used once to create the other roles
 * @param ownerPassword of the role that owns the schemas
 * @param applicationPassword of the role that the server works with
 */
record DatabaseFolder(int port, String superuserPassword, String ownerPassword, String applicationPassword) {

    private static final String FILE = "database.properties";
    private static final int PASSWORD_BYTES = 24;

    /** What the folder remembers, or a fresh memory that is not yet kept. */
    static DatabaseFolder readOrInvent(Path data) throws IOException {
        Path file = data.resolve(FILE);
        if (!Files.exists(file)) {
            SecureRandom random = new SecureRandom();
            return new DatabaseFolder(FreePort.next(), password(random), password(random), password(random));
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return new DatabaseFolder(
                Integer.parseInt(required(properties, "port")),
                required(properties, "superuser.password"),
                required(properties, "owner.password"),
                required(properties, "application.password"));
    }

    DatabaseFolder withPort(int other) {
        return new DatabaseFolder(other, superuserPassword, ownerPassword, applicationPassword);
    }

    /** Keeps it: whole or not at all, and never readable by others, not even for a moment. */
    void keep(Path data) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("port", Integer.toString(port));
        properties.setProperty("superuser.password", superuserPassword);
        properties.setProperty("owner.password", ownerPassword);
        properties.setProperty("application.password", applicationPassword);
        Path unfinished = createPrivate(data.resolve(FILE + ".new"));
        try (Writer writer = Files.newBufferedWriter(unfinished)) {
            properties.store(writer, "The embedded database of this folder. Keep it private.");
        }
        Files.move(unfinished, data.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
    }

    /** A new empty file that only its owner can read. */
    static Path createPrivate(Path file) throws IOException {
        Files.deleteIfExists(file);
        return Files.createFile(
                file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }

    @Override
    public String toString() {
        return "DatabaseFolder[port=" + port + "]";
    }

    private static String password(SecureRandom random) {
        byte[] bytes = new byte[PASSWORD_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static String required(Properties properties, String key) {
        String value = properties.getProperty(key);
        if (value == null) {
            throw new DatabaseUnavailableException(FILE + " of the data folder lacks " + key);
        }
        return value;
    }
}
