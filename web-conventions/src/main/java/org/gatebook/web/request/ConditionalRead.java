package org.gatebook.web.request;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.function.Supplier;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.answer.Content;
import org.jspecify.annotations.Nullable;

/**
 * Conditional reading of lists. What a client sends as a date may be garbage, and is then ignored: the door app sends
 * the text of a Java date (device client notes 0.8).
 */
public final class ConditionalRead {

    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private ConditionalRead() {}

    /**
     * 304 if nothing has changed since the client's {@code If-Modified-Since}, 412 if something has since its
     * {@code If-Unmodified-Since}, else the list with {@code Last-Modified}. Whole seconds, as the headers have them.
     *
     * @param lastModified when anything in the list last changed; null when nothing ever did, and nothing is compared
     */
    public static Answer list(ApiRequest request, @Nullable Instant lastModified, Supplier<Answer> list) {
        if (lastModified == null) {
            return list.get();
        }
        Instant changed = lastModified.truncatedTo(ChronoUnit.SECONDS);
        Instant unmodifiedSince = date(request.header("If-Unmodified-Since"));
        if (unmodifiedSince != null && changed.isAfter(unmodifiedSince)) {
            return Answer.of(412, new Content.None());
        }
        Instant modifiedSince = date(request.header("If-Modified-Since"));
        if (modifiedSince != null && !changed.isAfter(modifiedSince)) {
            return Answer.of(304, new Content.None());
        }
        return list.get().with("Last-Modified", HTTP_DATE.format(changed));
    }

    private static @Nullable Instant date(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return ZonedDateTime.parse(text, HTTP_DATE).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
