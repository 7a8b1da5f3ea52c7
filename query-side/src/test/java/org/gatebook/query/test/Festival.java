package org.gatebook.query.test;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.offer.EventDetails;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.offer.EventOffers;
import org.gatebook.api.offer.EventTerms;
import org.gatebook.api.offer.Item;
import org.gatebook.api.offer.Question;
import org.gatebook.api.offer.Text;
import org.gatebook.api.offer.Validity;

/** What the events of these tests offer: a ticket (1), a workshop (2) that admits nobody, and a question (3). */
public final class Festival implements EventOffers {

    public static final OrganizerSlug ORGANIZER = new OrganizerSlug("acme");
    public static final EventSlug EVENT = new EventSlug("fest");
    public static final EventSlug OTHER_EVENT = new EventSlug("gala");
    public static final long TICKET = 1;
    public static final long WORKSHOP = 2;
    public static final long QUESTION = 3;
    public static final long RED = 31;
    public static final long BLUE = 32;

    @Override
    public Optional<EventOffer> find(OrganizerSlug organizer, EventSlug event) {
        return Optional.of(offer(event));
    }

    private static EventOffer offer(EventSlug event) {
        return Plain.record(
                EventOffer.class,
                "organizer",
                ORGANIZER,
                "event",
                event,
                "details",
                Plain.record(EventDetails.class, "name", text("Festival"), "locale", "en", "live", true),
                "terms",
                Plain.record(
                        EventTerms.class,
                        "tickets",
                        Plain.record(EventTerms.Tickets.class, "outputs", Set.of("pdf"), "download", true)),
                "items",
                Map.of(TICKET, item(TICKET, true), WORKSHOP, item(WORKSHOP, false)),
                "questions",
                Map.of(QUESTION, question()));
    }

    private static Item item(long id, boolean admission) {
        return Plain.record(
                Item.class,
                "id",
                id,
                "name",
                text("Product " + id),
                "admission",
                admission,
                "validity",
                new Validity.Unlimited());
    }

    private static Question question() {
        return Plain.record(
                Question.class,
                "id",
                QUESTION,
                "identifier",
                "COLOURS",
                "type",
                Question.Type.MULTIPLE_CHOICE,
                "options",
                List.of(option(BLUE, "BLUE", 1), option(RED, "RED", 0)));
    }

    private static Question.Option option(long id, String identifier, int position) {
        return Plain.record(
                Question.Option.class,
                "id",
                id,
                "identifier",
                identifier,
                "answer",
                text(identifier),
                "position",
                position);
    }

    private static Text text(String english) {
        return new Text(Map.of("en", english));
    }
}
