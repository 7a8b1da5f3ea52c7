package org.gatebook.query.test;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
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
        return new EventOffer(
                ORGANIZER,
                event,
                1,
                details(),
                terms(),
                Map.of(),
                Map.of(TICKET, item(TICKET, true), WORKSHOP, item(WORKSHOP, false)),
                Map.of(),
                Map.of(),
                Map.of(QUESTION, question()),
                Map.of(),
                Map.of(),
                Map.of());
    }

    private static EventDetails details() {
        return new EventDetails(
                9,
                text("Festival"),
                Currency.getInstance("EUR"),
                true,
                false,
                true,
                false,
                Instant.parse("2031-05-01T10:00:00Z"),
                null,
                null,
                null,
                null,
                text(""),
                ZoneId.of("Europe/Berlin"),
                "en",
                Set.of(),
                null,
                Map.of(),
                null);
    }

    private static EventTerms terms() {
        return new EventTerms(
                "given_family",
                List.of("en"),
                10,
                30,
                true,
                null,
                new EventTerms.Payment(Set.of("manual"), Set.of("manual"), false, 14, 30, true, null, true, true, 0),
                new EventTerms.Tickets("random", 32, Set.of("pdf"), true, null, false, false, false),
                new EventTerms.Invoices(
                        "False",
                        Set.of("web"),
                        "",
                        "",
                        5,
                        true,
                        false,
                        true,
                        false,
                        "False",
                        new EventTerms.Sender("", "", "", "", "", "", ""),
                        text(""),
                        text(""),
                        text("")));
    }

    private static Item item(long id, boolean admission) {
        return new Item(
                id,
                text("Product " + id),
                null,
                new BigDecimal("23.00"),
                true,
                admission,
                false,
                false,
                null,
                null,
                null,
                null,
                null,
                null,
                0,
                new Validity.Unlimited(),
                List.of(),
                true,
                true,
                false,
                List.of(),
                List.of());
    }

    private static Question question() {
        return new Question(
                QUESTION,
                text("Colours?"),
                "COLOURS",
                Question.Type.MULTIPLE_CHOICE,
                false,
                Set.of(TICKET),
                0,
                false,
                List.of(
                        new Question.Option(BLUE, "BLUE", text("Blue"), 1),
                        new Question.Option(RED, "RED", text("Red"), 0)),
                false,
                false,
                false,
                null,
                Question.Limits.NONE);
    }

    private static Text text(String english) {
        return new Text(Map.of("en", english));
    }
}
