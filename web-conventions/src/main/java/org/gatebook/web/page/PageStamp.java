package org.gatebook.web.page;

import java.time.Instant;
import java.util.function.Supplier;
import org.gatebook.eventstore.log.PageClock;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.answer.ApiJson;

/**
 * Puts {@code X-Page-Generated} on lists that clients read again by what changed since. Whoever sends the moment back
 * gets every change that was not yet in the page, because the moment is read before it (design, section 4).
 */
public final class PageStamp {

    private static final String HEADER = "X-Page-Generated";

    private final PageClock clock;

    public PageStamp(PageClock clock) {
        this.clock = clock;
    }

    /** The answer with the moment from which its page is complete. */
    public Answer on(Supplier<Answer> page) {
        Instant moment = clock.read();
        return page.get().with(HEADER, ApiJson.moment(moment));
    }
}
