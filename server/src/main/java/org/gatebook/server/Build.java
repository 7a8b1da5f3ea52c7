package org.gatebook.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** What was built: the versions that the build wrote beside the classes. */
public final class Build {

    private static final Properties PROPERTIES = read();

    private Build() {}

    /** This software's version, as events name it. */
    public static String version() {
        return PROPERTIES.getProperty("build.version", "unknown");
    }

    /** Version of the PostgreSQL that is packed along. */
    public static String postgresqlVersion() {
        return PROPERTIES.getProperty("build.postgresql.version", "unknown");
    }

    private static Properties read() {
        Properties properties = new Properties();
        try (InputStream in = Build.class.getResourceAsStream("/META-INF/build-info.properties")) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
