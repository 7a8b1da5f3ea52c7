package org.gatebook.query.history.sentence;

import java.util.List;
import org.gatebook.api.catalogue.CatalogueEvent;
import org.gatebook.api.erasure.ErasureEvent;
import org.gatebook.api.event.DomainEvent;
import org.gatebook.api.giftcard.GiftCardEvent;
import org.gatebook.api.installation.InstallationEvent;
import org.gatebook.api.medium.MediumEvent;
import org.gatebook.api.order.OrderEvent;
import org.gatebook.api.ticket.ScanOfUnknownCode;
import org.gatebook.api.ticket.TicketEvent;
import org.gatebook.eventstore.RecordedEvent;

/**
 * Says in a sentence what happened. A pure function of events: what it tells of a person is in the event, opened or erased,
 * and values whose knowledge is a right are masked or left out.
 */
public final class Sentences {

    static final List<Class<? extends DomainEvent>> FAMILIES = List.of(
            OrderEvent.class,
            TicketEvent.class,
            ScanOfUnknownCode.class,
            GiftCardEvent.class,
            MediumEvent.class,
            CatalogueEvent.class,
            InstallationEvent.class,
            ErasureEvent.class);

    private Sentences() {}

    /** What happened, and by whom. */
    public static String of(RecordedEvent event, Facts facts) {
        return said(event, facts) + " (by " + Actor.of(event.metadata()).spoken() + ").";
    }

    /** What happened, whoever did it; no full stop. */
    public static String of(DomainEvent event) {
        return said(event, Facts.NONE, "created or changed");
    }

    /** The same, with what other events say of what it refers to. */
    public static String said(RecordedEvent event, Facts facts) {
        return said(event.payload(), facts, event.sequence() == 0 ? "created" : "changed");
    }

    /** Whether there is a sentence for events of this kind. */
    public static boolean tells(Class<? extends DomainEvent> event) {
        return FAMILIES.stream().anyMatch(family -> family.isAssignableFrom(event));
    }

    // Events have no common sealed interface, because every module brings its own family of them. A family that is not
    // here is found by the test that asks for a sentence of every registered event.
    private static String said(DomainEvent event, Facts facts, String happened) {
        if (event instanceof OrderEvent order) {
            return OrderSentences.of(order, facts);
        }
        if (event instanceof TicketEvent ticket) {
            return TicketSentences.of(ticket, facts);
        }
        if (event instanceof ScanOfUnknownCode scan) {
            return TicketSentences.of(scan);
        }
        if (event instanceof GiftCardEvent card) {
            return GiftCardSentences.of(card);
        }
        if (event instanceof MediumEvent medium) {
            return MediumSentences.of(medium);
        }
        if (event instanceof CatalogueEvent resource) {
            return CatalogueSentences.of(resource, happened);
        }
        if (event instanceof InstallationEvent installation) {
            return InstallationSentences.of(installation);
        }
        if (event instanceof ErasureEvent erasure) {
            return ErasureSentences.of(erasure);
        }
        throw new IllegalArgumentException(
                "no sentence says what " + event.getClass().getName() + " is");
    }
}
