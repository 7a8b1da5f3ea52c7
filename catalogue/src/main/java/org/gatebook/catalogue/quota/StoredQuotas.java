package org.gatebook.catalogue.quota;

import java.util.List;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.offer.Quota;
import org.gatebook.catalogue.resource.Documents;
import org.gatebook.catalogue.resource.Owner;
import org.gatebook.catalogue.resource.ResourceSelection;
import org.springframework.stereotype.Component;

/** The quotas of all events, as they are stored; for checks of the whole. */
@Component
public class StoredQuotas {

    private final Documents documents;
    private final QuotaResource quotas;

    StoredQuotas(Documents documents, QuotaResource quotas) {
        this.documents = documents;
        this.quotas = quotas;
    }

    /** A quota and the event that it belongs to. */
    public record Stored(Owner event, Quota quota) {}

    /** All of them, in the current transaction. */
    public List<Stored> all() {
        return documents.list(quotas.type(), ResourceSelection.everywhere()).stream()
                .map(document -> new Stored(document.owner(), QuotasOffered.quota(document)))
                .toList();
    }

    /** The event of these slugs. */
    public static Owner event(String organizer, String event) {
        return Owner.of(new OrganizerSlug(organizer), new EventSlug(event));
    }
}
