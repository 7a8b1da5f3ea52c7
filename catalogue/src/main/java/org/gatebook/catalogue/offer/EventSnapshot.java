package org.gatebook.catalogue.offer;

import org.gatebook.api.offer.EventOffer;
import org.gatebook.catalogue.setting.SettingValues;
import org.jspecify.annotations.Nullable;

/**
 * What a node keeps of an event, as of one version.
 *
 * @param version of the event and its organizer together; what is in here may be newer, never older
 * @param settings as they hold for the event
 * @param offer null when the event is gone
 */
record EventSnapshot(
        long version, SettingValues settings, @Nullable EventOffer offer) {

    /** Nothing, as for an event that does not exist. */
    static final EventSnapshot UNKNOWN = new EventSnapshot(0, SettingValues.DEFAULTS, null);
}
