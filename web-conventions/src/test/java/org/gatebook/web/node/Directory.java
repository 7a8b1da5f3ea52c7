package org.gatebook.web.node;

import java.util.Map;
import java.util.Set;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.web.auth.Credential;
import org.gatebook.web.auth.CredentialDirectory;
import org.gatebook.web.auth.CredentialLookup;
import org.gatebook.web.auth.CredentialScheme;
import org.gatebook.web.auth.DeviceProfile;
import org.gatebook.web.auth.EventDirectory;
import org.gatebook.web.auth.EventReach;
import org.gatebook.web.auth.Permission;
import org.gatebook.web.auth.TokenHash;

/** A few fixed credentials; the organizer is acme, its events are fair and gala. */
final class Directory implements CredentialDirectory, EventDirectory {

    private static final OrganizerSlug ACME = new OrganizerSlug("acme");

    private static final Map<TokenHash, CredentialLookup> TEAMS = Map.of(
            TokenHash.of("full"), team(1, Set.of(Permission.values()), new EventReach.All()),
            TokenHash.of("other"), team(2, Set.of(Permission.values()), new EventReach.All()),
            TokenHash.of("view"), team(3, Set.of(Permission.CAN_VIEW_ORDERS), new EventReach.All()),
            TokenHash.of("gala"),
                    team(4, Set.of(Permission.values()), new EventReach.Only(Set.of(new EventSlug("gala")))));

    private static final Map<TokenHash, CredentialLookup> DEVICES = Map.of(
            TokenHash.of("till"), device(DeviceProfile.PRETIXPOS),
            TokenHash.of("open"), device(DeviceProfile.FULL),
            TokenHash.of("revoked"), new CredentialLookup.Refused("Device access has been revoked."));

    private static CredentialLookup team(long id, Set<Permission> permissions, EventReach reach) {
        return new CredentialLookup.Found(new Credential.TeamToken(id, "token " + id, id, ACME, permissions, reach));
    }

    private static CredentialLookup device(DeviceProfile profile) {
        return new CredentialLookup.Found(new Credential.Device(
                9, 1, "device", ACME, new EventReach.All(), profile, null, new Credential.Device.Software(null, null)));
    }

    @Override
    public CredentialLookup find(CredentialScheme scheme, TokenHash hash) {
        return (scheme == CredentialScheme.TOKEN ? TEAMS : DEVICES).getOrDefault(hash, new CredentialLookup.Unknown());
    }

    @Override
    public boolean exists(OrganizerSlug organizer, EventSlug event) {
        return organizer.equals(ACME) && Set.of("fair", "gala").contains(event.value());
    }
}
