package org.gatebook.catalogue.event;

import static org.gatebook.web.form.reference.References.slugs;

import java.util.List;
import org.gatebook.api.EventSlug;
import org.gatebook.catalogue.resource.Document;
import org.gatebook.catalogue.resource.Documents;
import org.gatebook.catalogue.resource.KeptBy;
import org.gatebook.catalogue.resource.Owner;
import org.gatebook.catalogue.resource.ResourceType;
import org.gatebook.web.form.type.Relation;
import org.gatebook.web.form.type.Type;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Events as other resources refer to them. An event belongs to itself, and its key is its slug. */
@Component
public final class Events {

    /** An event that a resource refers to by its slug. */
    public static final Relation<String, Document> EVENT = Relation.byText("event");

    /** An event, for those who only read it; what may be written is declared by its own resource. */
    public static final ResourceType TYPE =
            ResourceType.declare(EventResource.KIND, KeptBy.EVENT).build();

    private final Documents documents;

    public Events(Documents documents) {
        this.documents = documents;
    }

    /** Any number of events of the organizer; becomes their slugs. */
    public static Type<List<String>> someEvents() {
        return slugs("slug", EVENT)
                .as(events -> events.stream().map(event -> event.text("slug")).toList());
    }

    /** The event of this slug; null when the organizer has none. */
    public @Nullable Document named(Owner owner, String slug) {
        return documents
                .byKey(Events.TYPE, Owner.of(owner.organizer(), new EventSlug(slug)), slug)
                .orElse(null);
    }
}
