package org.gatebook.catalogue.upload;

import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The name of a file in {@code Content-Disposition}, plain or encoded as RFC 5987 says. */
final class ContentDisposition {

    private static final Pattern ENCODED = Pattern.compile(";\\s*filename\\*\\s*=\\s*([^';\\s]*)'[^';]*'([^;\\s]+)");
    private static final Pattern PLAIN =
            Pattern.compile(";\\s*filename\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^;\\s]+))");

    private ContentDisposition() {}

    /** The name without folders; null when there is none. */
    static @Nullable String fileName(@Nullable String header) {
        String name = header == null ? null : named(header);
        if (name == null) {
            return null;
        }
        String bare = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        return bare.isBlank() || bare.equals(".") || bare.equals("..") || bare.indexOf('\0') >= 0 ? null : bare;
    }

    private static @Nullable String named(String header) {
        Matcher encoded = ENCODED.matcher(header);
        if (encoded.find()) {
            try {
                return URLDecoder.decode(encoded.group(2).replace("+", "%2B"), Charset.forName(encoded.group(1)));
            } catch (IllegalArgumentException e) {
                return null;
            }
        }
        Matcher plain = PLAIN.matcher(header);
        if (!plain.find()) {
            return null;
        }
        String quoted = plain.group(1);
        return quoted == null ? plain.group(2) : quoted.replaceAll("\\\\(.)", "$1");
    }
}
