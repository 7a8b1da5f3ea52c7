package org.gatebook.query.history.reason;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.gatebook.api.giftcard.GiftCardEvent;
import org.gatebook.api.medium.MediumEvent;
import org.gatebook.api.order.OrderEvent;
import org.gatebook.api.ticket.TicketEvent;
import org.gatebook.eventstore.RecordedEvent;
import org.gatebook.query.history.sentence.Told;

/** Follows causes, from what happened to what led to it. */
public final class Steps {

    /** A card of many bookings has no end of them, and its history has pages. */
    static final int SHOWN = 100;

    private final Chronicle chronicle;

    Steps(Chronicle chronicle) {
        this.chronicle = chronicle;
    }

    /**
     * Tells a part of a story, the newest event first, each with what led to it.
     *
     * @param story all of it, which says more of the part than the part itself
     * @param part which events are told
     */
    public static List<Told> tell(Collection<RecordedEvent> story, Predicate<RecordedEvent> part) {
        Chronicle chronicle = Chronicle.of(story);
        Steps steps = new Steps(chronicle);
        return chronicle.events().filter(part).map(steps::told).toList();
    }

    private Told told(RecordedEvent event) {
        return Told.of(event, chronicle.facts(), causeOf(event).orElse(null));
    }

    /** A reason that goes back to this event, and on to what led to it. */
    Reason reason(String about, String sentence, RecordedEvent decided) {
        return reason(about, sentence, Stream.of(decided));
    }

    /** A reason that goes back to these events, and on to what led to each. */
    Reason reason(String about, String sentence, Stream<RecordedEvent> decided) {
        Set<RecordedEvent> all = new LinkedHashSet<>();
        decided.forEach(event -> follow(event, all));
        List<Told> told = all.stream()
                .sorted(Comparator.comparingLong(RecordedEvent::position).reversed())
                .limit(SHOWN)
                .map(this::told)
                .toList();
        return new Reason(about, sentence, told, all.size() - told.size());
    }

    private void follow(RecordedEvent event, Set<RecordedEvent> all) {
        Optional<RecordedEvent> next = Optional.of(event);
        while (next.isPresent() && all.add(next.get())) {
            next = causeOf(next.get());
        }
    }

    /** What led to it, as far as the story tells. */
    Optional<RecordedEvent> causeOf(RecordedEvent event) {
        if (event.payload() instanceof OrderEvent order) {
            return OrderCauses.of(event, order, chronicle);
        }
        if (event.payload() instanceof TicketEvent ticket) {
            return TicketCauses.of(event, ticket, chronicle);
        }
        if (event.payload() instanceof GiftCardEvent card) {
            return GiftCardCauses.of(event, card, chronicle);
        }
        if (event.payload() instanceof MediumEvent medium) {
            return MediumCauses.of(event, medium, chronicle);
        }
        return Optional.empty();
    }
}
