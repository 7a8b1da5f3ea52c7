package org.gatebook.web.auth;

import java.util.EnumSet;
import java.util.Set;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.jspecify.annotations.Nullable;

/** Who asks, after authentication. */
public sealed interface Credential {

    /**
     * A team's API token (behaviour notes, orders 2.1).
     *
     * @param id of the token
     * @param name of the token, as audit metadata shows it
     * @param teamId of the team whose permissions it has
     * @param organizer the only organizer it works for
     * @param permissions of the team, on the organizer and on the events within reach
     * @param reach the team's events
     */
    record TeamToken(
            long id, String name, long teamId, OrganizerSlug organizer, Set<Permission> permissions, EventReach reach)
            implements Member {
        public TeamToken {
            permissions = Set.copyOf(permissions);
        }
    }

    /**
     * A device with its fixed permissions (behaviour notes, gift cards 0.8), narrowed by its security profile.
     *
     * @param id of the device within the installation
     * @param deviceId its number within the organizer, as the API shows it
     * @param name as audit metadata shows it
     * @param organizer the only organizer it works for
     * @param reach its events
     * @param profile what its kind of app may call
     * @param gate the gate that it stands at; null if none
     * @param software what it says that it runs
     */
    record Device(
            long id,
            long deviceId,
            String name,
            OrganizerSlug organizer,
            EventReach reach,
            DeviceProfile profile,
            @Nullable Long gate,
            Software software)
            implements Member {

        /** An app as it calls itself; null where it says nothing. */
        public record Software(
                @Nullable String brand, @Nullable String version) {}

        private static final Set<Permission> PERMISSIONS = Set.copyOf(EnumSet.of(
                Permission.CAN_VIEW_ORDERS,
                Permission.CAN_CHANGE_ORDERS,
                Permission.CAN_VIEW_VOUCHERS,
                Permission.CAN_MANAGE_GIFT_CARDS,
                Permission.CAN_MANAGE_REUSABLE_MEDIA));

        @Override
        public Set<Permission> permissions() {
            return PERMISSIONS;
        }
    }

    /** Nobody in particular; only {@link Scope#OPEN} resources answer. */
    record Anonymous() implements Credential {}

    /** Someone who belongs to an organizer. */
    sealed interface Member extends Credential permits TeamToken, Device {

        /** The only organizer whose resources it sees. */
        OrganizerSlug organizer();

        /** What it may do there. */
        Set<Permission> permissions();

        /** Its events. */
        EventReach reach();

        /** As audit metadata shows it. */
        String name();

        /** Whether it may do this in this event. */
        default boolean may(Permission permission, EventSlug event) {
            return permissions().contains(permission) && reach().includes(event);
        }
    }
}
