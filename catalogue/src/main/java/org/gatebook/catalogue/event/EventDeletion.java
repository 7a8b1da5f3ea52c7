package org.gatebook.catalogue.event;

import java.util.Objects;
import org.gatebook.catalogue.resource.Catalogue;
import org.gatebook.catalogue.resource.Document;
import org.gatebook.catalogue.resource.Documents;
import org.gatebook.catalogue.resource.Owner;
import org.gatebook.web.error.ApiError;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Takes an event away, with everything that belongs to it. */
@Component
final class EventDeletion {

    private final Documents documents;
    private final Catalogue catalogue;
    private final ObjectProvider<EventUse> use;

    EventDeletion(Documents documents, Catalogue catalogue, ObjectProvider<EventUse> use) {
        this.documents = documents;
        this.catalogue = catalogue;
        this.use = use;
    }

    /** As long as nobody can tell whether an event was sold it counts as sold: orders would lose what they are about. */
    void before(Document event) {
        Owner owner = event.owner();
        EventUse known = use.getIfAvailable();
        if (known == null || known.isUsed(owner.organizer(), Objects.requireNonNull(owner.event()))) {
            throw ApiError.detail(
                            403,
                            "The event can not be deleted as it already contains orders. Please set 'live' to false to"
                                    + " hide the event and take the shop offline instead.")
                    .rejected();
        }
        documents.everythingOf(owner).stream()
                .filter(part -> !part.stream().equals(event.stream()))
                .forEach(catalogue::delete);
    }
}
