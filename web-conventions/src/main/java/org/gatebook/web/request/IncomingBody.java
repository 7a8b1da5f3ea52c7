package org.gatebook.web.request;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.gatebook.web.answer.ApiJson;
import org.gatebook.web.error.ApiError;
import org.gatebook.web.error.JsonSyntax;
import org.gatebook.web.page.QueryParams;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The body of a request, read from the connection before its turn comes: a slow client holds neither a place nor a
 * database connection, and a repeated try reads it again.
 */
public final class IncomingBody {

    private static final byte[] NOTHING = {};

    private final @Nullable String mediaType;
    private final byte[] bytes;

    private IncomingBody(@Nullable String mediaType, byte[] bytes) {
        this.mediaType = mediaType;
        this.bytes = bytes;
    }

    /**
     * Reads everything.
     *
     * @return null when there is more than {@code most} bytes
     */
    public static @Nullable IncomingBody read(HttpServletRequest request, long most) throws IOException {
        long announced = request.getContentLengthLong();
        if (announced > most) {
            return null;
        }
        boolean none = announced == 0 || (announced < 0 && request.getHeader("Transfer-Encoding") == null);
        if (none) {
            return new IncomingBody(request.getContentType(), NOTHING);
        }
        InputStream in = request.getInputStream();
        byte[] bytes = in.readNBytes((int) Math.min(most + 1, Integer.MAX_VALUE - 8));
        return bytes.length > most ? null : new IncomingBody(request.getContentType(), bytes);
    }

    /** The bytes as sent; must not be changed. */
    public byte[] bytes() {
        return bytes;
    }

    /** The media type as sent; empty when there was none. */
    public String mediaType() {
        return mediaType == null ? "" : mediaType;
    }

    /**
     * Understands the body (behaviour notes, orders 1.2).
     *
     * @throws org.gatebook.web.error.Rejected 415 for a media type that is neither JSON nor a form, 400 for broken JSON
     */
    public RequestBody parse() {
        if (bytes.length == 0) {
            return new RequestBody.Json(JsonNodeFactory.instance.objectNode());
        }
        String type = mediaType();
        int parameters = type.indexOf(';');
        String plain =
                (parameters < 0 ? type : type.substring(0, parameters)).strip().toLowerCase(Locale.ROOT);
        return switch (plain) {
            case "application/json" -> new RequestBody.Json(json());
            case "application/x-www-form-urlencoded" ->
                new RequestBody.Form(
                        QueryParams.parse(new String(bytes, StandardCharsets.UTF_8))
                                .asMap(),
                        Map.of());
            case "multipart/form-data" -> Multipart.parse(type, bytes);
            default -> throw ApiError.unsupportedMediaType(type).rejected();
        };
    }

    private JsonNode json() {
        String fault;
        try {
            JsonNode value = ApiJson.mapper().readTree(bytes);
            if (!value.isMissingNode()) {
                return value;
            }
            fault = JsonSyntax.fault("");
        } catch (JacksonException e) {
            fault = JsonSyntax.fault(new String(bytes, StandardCharsets.UTF_8));
        }
        throw ApiError.detail(400, "JSON parse error - " + fault).rejected();
    }
}
