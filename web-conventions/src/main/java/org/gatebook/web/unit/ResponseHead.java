package org.gatebook.web.unit;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.answer.RenderedAnswer;
import org.gatebook.web.client.Origin;
import org.gatebook.web.route.Resolution;

/** The head that every answer has, and writing to the client, which happens once and last. */
final class ResponseHead {

    private ResponseHead() {}

    /** Adds what the reference sends with everything (behaviour notes, orders 1.3). */
    static Answer complete(Answer answer, Resolution resolution) {
        Answer complete = answer.with("Vary", "Accept, Accept-Language").with("Content-Language", "en");
        return resolution instanceof Resolution.Found found
                ? complete.with("Allow", found.route().allow())
                : complete;
    }

    /** Writes everything; a client that has gone away is not our concern. */
    static void write(HttpServletResponse response, RenderedAnswer answer, Origin origin) throws IOException {
        response.setStatus(answer.status());
        for (Answer.Header header : answer.headers()) {
            response.addHeader(header.name(), header.value());
        }
        response.setHeader("X-Request-ID", origin.requestId());
        String mediaType = answer.mediaType();
        if (mediaType != null) {
            response.setContentType(mediaType);
            response.setContentLength(answer.body().length);
            response.getOutputStream().write(answer.body());
        }
    }
}
