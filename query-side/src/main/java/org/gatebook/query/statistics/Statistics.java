package org.gatebook.query.statistics;

import java.util.List;
import org.gatebook.eventstore.RecordedEvent;
import org.gatebook.eventstore.streaming.StreamingProjection;
import org.springframework.stereotype.Component;

/** All sums over the history: one projection, so that the log is read once for all of them. */
@Component
class Statistics implements StreamingProjection {

    private final EventStatistics events;
    private final GiftCardStatistics giftCards;

    Statistics(EventStatistics events, GiftCardStatistics giftCards) {
        this.events = events;
        this.giftCards = giftCards;
    }

    @Override
    public String name() {
        return "statistics";
    }

    @Override
    public void project(List<RecordedEvent> recorded) {
        events.add(recorded);
        giftCards.add(recorded);
    }

    @Override
    public void clear() {
        events.clear();
        giftCards.clear();
    }
}
