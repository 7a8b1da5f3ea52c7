package org.gatebook.web.settings;

import org.gatebook.api.OrganizerSlug;

/** Knows the settings of organizers; asked inside the request unit, so that its versions decide what is fresh. */
public interface SettingsDirectory {

    /** The organizer's settings; only defaults when it is unknown. */
    OrganizerSettings settings(OrganizerSlug organizer);
}
