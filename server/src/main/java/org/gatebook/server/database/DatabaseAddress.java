package org.gatebook.server.database;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.gatebook.server.settings.SettingsException;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A database as one role reaches it.
 *
 * @param url JDBC, without credentials
 * @param user the role
 * @param password null where the server asks for none
 */
public record DatabaseAddress(
        String url, String user, @Nullable String password) {

    /**
     * Reads {@code postgresql://user:password@host:port/name?parameter=value}, the form that other PostgreSQL programs
     * take, with or without {@code jdbc:} before it. The user and the password may also be parameters, as in JDBC.
     *
     * @param setting whose value it is, for the message
     * @throws SettingsException if it is no such address; the message does not show it, because it holds a password
     */
    public static DatabaseAddress parse(String setting, String text) {
        URI uri;
        try {
            uri = new URI(text.startsWith("jdbc:") ? text.substring("jdbc:".length()) : text);
        } catch (URISyntaxException e) {
            throw unreadable(setting);
        }
        String scheme = uri.getScheme();
        if (uri.getHost() == null || uri.getPath() == null || scheme == null || !scheme.matches("postgres(ql)?")) {
            throw unreadable(setting);
        }
        String user = null;
        String password = null;
        if (uri.getRawUserInfo() != null) {
            String[] parts = uri.getRawUserInfo().split(":", 2);
            user = decoded(parts[0]);
            password = parts.length > 1 ? decoded(parts[1]) : null;
        }
        List<String> parameters = new ArrayList<>();
        for (String parameter :
                uri.getRawQuery() == null ? new String[0] : uri.getRawQuery().split("&", -1)) {
            if (parameter.startsWith("user=")) {
                user = decoded(parameter.substring("user=".length()));
            } else if (parameter.startsWith("password=")) {
                password = decoded(parameter.substring("password=".length()));
            } else {
                parameters.add(parameter);
            }
        }
        if (user == null) {
            throw new SettingsException(setting + " names no user.");
        }
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        String query = parameters.isEmpty() ? "" : "?" + String.join("&", parameters);
        return new DatabaseAddress(
                "jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + query, user, password);
    }

    /** A new connection, for work outside the pool. */
    public Connection connect() throws SQLException {
        return dataSource().getConnection();
    }

    /** Opens a new connection each time. */
    public PGSimpleDataSource dataSource() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(user);
        source.setPassword(password);
        source.setApplicationName("gatebook");
        return source;
    }

    /** Without the password. */
    @Override
    public String toString() {
        return user + "@" + url;
    }

    private static SettingsException unreadable(String setting) {
        return new SettingsException(setting + " is no address like postgresql://user:password@host:port/name.");
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
