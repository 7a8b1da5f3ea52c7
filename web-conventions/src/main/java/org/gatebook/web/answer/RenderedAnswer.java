package org.gatebook.web.answer;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer as bytes: what is sent, stored under an idempotency key, and sent again.
 *
 * @param status HTTP status
 * @param mediaType value of {@code Content-Type}; null without content
 * @param headers further lines of the head
 * @param body never changed and never compared
 */
@SuppressWarnings("ArrayRecordComponent")
public record RenderedAnswer(int status, @Nullable String mediaType, List<Answer.Header> headers, byte[] body) {

    private static final String JSON = "application/json";

    /** Renders now; what an answer asks for late is asked for here. */
    public static RenderedAnswer of(Answer answer) {
        return switch (answer.content()) {
            case Content.None none -> new RenderedAnswer(answer.status(), null, answer.headers(), new byte[0]);
            case Content.Json json -> json(answer, json.value());
            case Content.LateJson late -> json(answer, late.value().get());
            case Content.Text text ->
                new RenderedAnswer(
                        answer.status(),
                        text.mediaType(),
                        answer.headers(),
                        text.text().getBytes(StandardCharsets.UTF_8));
            case Content.Bytes file ->
                new RenderedAnswer(answer.status(), file.mediaType(), answer.headers(), file.bytes());
        };
    }

    private static RenderedAnswer json(Answer answer, @Nullable Object value) {
        byte[] body = value instanceof RawJson raw
                ? raw.text().getBytes(StandardCharsets.UTF_8)
                : ApiJson.mapper().writeValueAsBytes(value);
        return new RenderedAnswer(answer.status(), JSON, answer.headers(), body);
    }

    /** Whether a client that sends the same idempotency key again shall get this one again. */
    public boolean isRemembered() {
        return status != 409 && status != 429 && status < 500;
    }
}
