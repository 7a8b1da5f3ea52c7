package org.gatebook.web.answer;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What an answer contains, before it is rendered. */
public sealed interface Content {

    /** Nothing at all: 204, 304, redirects. */
    record None() implements Content {}

    /** A value written as JSON; {@link RawJson} anywhere inside is copied. */
    record Json(@Nullable Object value) implements Content {}

    /** As {@link Json}, asked for only after the events of the request have been stored and projected. */
    record LateJson(Supplier<?> value) implements Content {}

    /** Text of another type, for example the plain refusals of the pretixdroid API. */
    record Text(String mediaType, String text) implements Content {}

    /** A file; never compared, so that its bytes need no copy. */
    @SuppressWarnings("ArrayRecordComponent")
    record Bytes(String mediaType, byte[] bytes) implements Content {}
}
