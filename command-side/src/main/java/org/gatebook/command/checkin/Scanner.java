package org.gatebook.command.checkin;

import org.gatebook.web.auth.Credential;
import org.jspecify.annotations.Nullable;

/**
 * Who holds codes before a scanner, as scans remember it.
 *
 * @param device the device's id; null for other clients
 * @param deviceId the device's number within its organizer; null for other clients
 * @param gate the gate's id; null if none
 */
public record Scanner(
        @Nullable Long device,
        @Nullable Long deviceId,
        @Nullable Long gate) {

    private static final Scanner SOMEBODY = new Scanner(null, null, null);

    /** The scanner of this client. */
    public static Scanner of(Credential credential) {
        return switch (credential) {
            case Credential.Device device -> new Scanner(device.id(), device.deviceId(), device.gate());
            case Credential.TeamToken token -> SOMEBODY;
            case Credential.Anonymous nobody -> SOMEBODY;
        };
    }
}
