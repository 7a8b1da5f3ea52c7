package org.gatebook.web.request;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gatebook.web.error.ApiError;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code multipart/form-data} from memory. The servlet container reads it only from the connection, which is
 * spent when a request is tried again.
 */
final class Multipart {

    private static final Pattern PARAMETER =
            Pattern.compile(";\\s*([a-zA-Z]+)\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^;\\s]+))");

    private Multipart() {}

    /** @throws org.gatebook.web.error.Rejected 400 if it is not what its media type says */
    static RequestBody.Form parse(String mediaType, byte[] body) {
        String boundary = parameter(mediaType, "boundary");
        if (boundary == null) {
            throw broken("Invalid boundary in multipart: None");
        }
        // ISO 8859-1 maps every byte to one character, so positions in the text are positions in the bytes.
        String text = new String(body, StandardCharsets.ISO_8859_1);
        String delimiter = "--" + boundary;
        Map<String, List<String>> fields = new LinkedHashMap<>();
        Map<String, RequestBody.UploadedFile> files = new LinkedHashMap<>();
        int start = text.indexOf(delimiter);
        while (start >= 0) {
            int headers = start + delimiter.length();
            if (text.startsWith("--", headers)) {
                return new RequestBody.Form(Map.copyOf(fields), Map.copyOf(files));
            }
            int end = text.indexOf("\r\n" + delimiter, headers);
            int content = text.indexOf("\r\n\r\n", headers);
            if (end < 0 || content < 0 || content > end) {
                break;
            }
            read(text.substring(headers, content), text.substring(Math.min(content + 4, end), end), fields, files);
            start = end + 2;
        }
        throw broken("Invalid multipart body");
    }

    private static void read(
            String headers,
            String content,
            Map<String, List<String>> fields,
            Map<String, RequestBody.UploadedFile> files) {
        String disposition = header(headers, "content-disposition");
        String name = disposition == null ? null : parameter(disposition, "name");
        if (disposition == null || name == null) {
            return;
        }
        byte[] bytes = content.getBytes(StandardCharsets.ISO_8859_1);
        String file = parameter(disposition, "filename");
        if (file == null) {
            fields.computeIfAbsent(name, n -> new ArrayList<>()).add(new String(bytes, StandardCharsets.UTF_8));
        } else {
            String type = header(headers, "content-type");
            files.put(
                    name, new RequestBody.UploadedFile(file, type == null ? "application/octet-stream" : type, bytes));
        }
    }

    private static @Nullable String header(String headers, String name) {
        for (String line : headers.split("\r\n", -1)) {
            int colon = line.indexOf(':');
            if (colon > 0
                    && line.substring(0, colon).strip().toLowerCase(Locale.ROOT).equals(name)) {
                return line.substring(colon + 1).strip();
            }
        }
        return null;
    }

    private static @Nullable String parameter(String value, String name) {
        Matcher matcher = PARAMETER.matcher(value);
        while (matcher.find()) {
            if (matcher.group(1).equalsIgnoreCase(name)) {
                String quoted = matcher.group(2);
                String found = quoted == null ? matcher.group(3) : quoted.replaceAll("\\\\(.)", "$1");
                return new String(found.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
            }
        }
        return null;
    }

    private static RuntimeException broken(String text) {
        return ApiError.detail(400, "Multipart form parse error - " + text).rejected();
    }
}
