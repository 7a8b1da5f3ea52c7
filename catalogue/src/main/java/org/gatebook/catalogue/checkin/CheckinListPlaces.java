package org.gatebook.catalogue.checkin;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.offer.CheckinList;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.offer.EventOffers;
import org.gatebook.catalogue.resource.Document;
import org.gatebook.catalogue.resource.Documents;
import org.gatebook.catalogue.resource.KeptBy;
import org.gatebook.catalogue.resource.ResourceType;
import org.springframework.stereotype.Component;

/** Finds check-in lists by number alone: devices name lists of several events without saying which. */
@Component
public final class CheckinListPlaces {

    private static final ResourceType LISTS =
            ResourceType.declare("checkinlist", KeptBy.EVENT).build();

    private final Documents documents;
    private final EventOffers offers;

    /** Lists never move, but an event may get another slug; what is found here is looked at again in its event. */
    private final Map<Long, EventSlug> known = new ConcurrentHashMap<>();

    public CheckinListPlaces(Documents documents, EventOffers offers) {
        this.documents = documents;
        this.offers = offers;
    }

    /** A list and what its event offers. */
    public record PlacedList(EventOffer offer, CheckinList list) {}

    /** The list of this number within the organizer's events. */
    public Optional<PlacedList> find(OrganizerSlug organizer, long number) {
        EventSlug event = known.get(number);
        Optional<PlacedList> cached = event == null ? Optional.empty() : in(organizer, event, number);
        return cached.isPresent() ? cached : search(organizer, number);
    }

    private Optional<PlacedList> search(OrganizerSlug organizer, long number) {
        Optional<EventSlug> event =
                documents.within(organizer, LISTS, number).map(Document::owner).map(owner -> owner.event());
        event.ifPresent(slug -> known.put(number, slug));
        return event.flatMap(slug -> in(organizer, slug, number));
    }

    private Optional<PlacedList> in(OrganizerSlug organizer, EventSlug event, long number) {
        return offers.find(organizer, event)
                .flatMap(offer ->
                        Optional.ofNullable(offer.checkinLists().get(number)).map(list -> new PlacedList(offer, list)));
    }
}
