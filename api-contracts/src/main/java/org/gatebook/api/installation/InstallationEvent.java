package org.gatebook.api.installation;

import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.event.DomainEvent;

/** What happens to the installation as a whole. There is one stream of it, and it belongs to no organizer. */
public sealed interface InstallationEvent extends DomainEvent permits InstallationRestored {

    /** The kind of the stream. */
    String KIND = "installation";

    /** The one stream. */
    String STREAM = KIND + ":1";

    /** Stands where other events name their organizer: all of them. No organizer can be called so. */
    OrganizerSlug ORGANIZER = new OrganizerSlug("*");
}
