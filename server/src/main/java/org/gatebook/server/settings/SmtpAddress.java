package org.gatebook.server.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A mail server as we reach it.
 *
 * @param encrypted whether the connection is encrypted from the start
 * @param user null where the server asks for nobody
 */
public record SmtpAddress(
        boolean encrypted,
        String host,
        int port,
        @Nullable String user,
        @Nullable String password) {

    private static final int PORT_OF_SERVERS = 25;
    private static final int PORT_OF_USERS = 587;
    private static final int PORT_ENCRYPTED = 465;
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /** @throws IllegalArgumentException if it is no such address; the message does not show it */
    static SmtpAddress of(String text) {
        try {
            URI uri = new URI(text);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme();
            boolean encrypted = scheme.equals("smtps");
            boolean bare = (uri.getRawPath() == null || uri.getRawPath().matches("/?")) && uri.getRawQuery() == null;
            if (uri.getHost() == null || !bare || !(encrypted || scheme.equals("smtp"))) {
                throw new IllegalArgumentException("is no address such as smtp://user:password@host:587");
            }
            String[] who = uri.getRawUserInfo() == null
                    ? new String[0]
                    : uri.getRawUserInfo().split(":", 2);
            int usual = who.length == 0 ? PORT_OF_SERVERS : PORT_OF_USERS;
            return new SmtpAddress(
                    encrypted,
                    uri.getHost(),
                    uri.getPort() > 0 ? uri.getPort() : encrypted ? PORT_ENCRYPTED : usual,
                    who.length == 0 ? null : decoded(who[0]),
                    who.length < 2 ? null : decoded(who[1]));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("is no address such as smtp://user:password@host:587", e);
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** Whether nothing may be said before the connection is encrypted: a password would be, unless it stays on this machine. */
    public boolean needsEncryption() {
        return user != null && !THIS_MACHINE.contains(host);
    }

    /** Without the credentials. */
    @Override
    public String toString() {
        return (encrypted ? "smtps://" : "smtp://") + host + ":" + port;
    }
}
