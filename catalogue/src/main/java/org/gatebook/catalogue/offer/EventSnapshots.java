package org.gatebook.catalogue.offer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.offer.EventOffers;
import org.gatebook.catalogue.resource.Owner;
import org.gatebook.catalogue.resource.Versions;
import org.gatebook.catalogue.setting.SettingValues;
import org.gatebook.eventstore.AsOf;
import org.gatebook.web.auth.EventDirectory;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps what events offer and hands it out only to requests that have read its version, as
 * {@link org.gatebook.catalogue.directory.OrganizerSnapshots} does for organizers. An event inherits settings, so the
 * version is that of the event and that of its organizer together: both only grow, so their sum names the pair.
 */
@Component
public final class EventSnapshots implements EventOffers, EventDirectory {

    /** Snapshots that a node keeps; a large event with a thousand dates takes a few megabytes. */
    private static final int MOST_KEPT = 1000;

    private static final int MOST_KEPT_OF_THE_PAST = 50;

    private final Versions versions;
    private final OfferReader reader;
    private final Cache<Owner, EventSnapshot> kept =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

    private final Cache<Past, EventSnapshot> past =
            Caffeine.newBuilder().maximumSize(MOST_KEPT_OF_THE_PAST).build();

    /** What an event was at a position never changes again. */
    private record Past(OrganizerSlug organizer, EventSlug event, long position) {}

    EventSnapshots(Versions versions, OfferReader reader) {
        this.versions = versions;
        this.reader = reader;
    }

    @Override
    public Optional<EventOffer> find(OrganizerSlug organizer, EventSlug event) {
        return Optional.ofNullable(snapshot(organizer, event).offer());
    }

    /** Asked by every request below an event, also by those that change it, which need not have all of it loaded anew. */
    @Override
    public boolean exists(OrganizerSlug organizer, EventSlug event) {
        if (versions.asOf() == null && !versions.changed(organizer, event)) {
            long ofEvent = versions.ofEvent(organizer, event);
            if (ofEvent == 0) {
                return false;
            }
            EventSnapshot known = kept(organizer, event, versions.ofOrganizer(organizer) + ofEvent);
            if (known != null) {
                return known.offer() != null;
            }
        }
        return reader.exists(organizer, event);
    }

    /** The settings as they hold for an event: its own over its organizer's over the defaults. */
    public SettingValues settings(OrganizerSlug organizer, EventSlug event) {
        return snapshot(organizer, event).settings();
    }

    private EventSnapshot snapshot(OrganizerSlug organizer, EventSlug event) {
        AsOf then = versions.asOf();
        if (then != null) {
            return past.get(
                    new Past(organizer, event, then.position()),
                    asked -> reader.read(organizer, event, then.position()));
        }
        if (versions.changed(organizer, event)) {
            return reader.read(organizer, event, 0);
        }
        long ofEvent = versions.ofEvent(organizer, event);
        if (ofEvent == 0) {
            return EventSnapshot.UNKNOWN;
        }
        long version = versions.ofOrganizer(organizer) + ofEvent;
        EventSnapshot known = kept(organizer, event, version);
        if (known != null) {
            return known;
        }
        EventSnapshot loaded = reader.read(organizer, event, version);
        // A request that began earlier must not put its older snapshot over a newer one.
        kept.asMap()
                .merge(
                        Owner.of(organizer, event),
                        loaded,
                        (old, fresh) -> fresh.version() > old.version() ? fresh : old);
        return loaded;
    }

    private @Nullable EventSnapshot kept(OrganizerSlug organizer, EventSlug event, long version) {
        EventSnapshot known = kept.getIfPresent(Owner.of(organizer, event));
        return known != null && known.version() == version ? known : null;
    }
}
