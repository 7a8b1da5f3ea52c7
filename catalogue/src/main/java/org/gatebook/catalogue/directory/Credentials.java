package org.gatebook.catalogue.directory;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.gatebook.api.EventSlug;
import org.gatebook.catalogue.device.DeviceResource;
import org.gatebook.catalogue.resource.Document;
import org.gatebook.catalogue.resource.Documents;
import org.gatebook.catalogue.resource.ResourceSelection;
import org.gatebook.catalogue.resource.Versions;
import org.gatebook.catalogue.team.TeamTokens;
import org.gatebook.catalogue.team.Teams;
import org.gatebook.eventstore.TransactionalUnit;
import org.gatebook.web.auth.Credential;
import org.gatebook.web.auth.CredentialDirectory;
import org.gatebook.web.auth.CredentialLookup;
import org.gatebook.web.auth.CredentialScheme;
import org.gatebook.web.auth.DeviceProfile;
import org.gatebook.web.auth.EventReach;
import org.gatebook.web.auth.TokenHash;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Knows tokens and devices. What was found is remembered for as long as the directory's version stands still, so that a
 * request costs no query of its own; a token that is revoked on one node is refused by the next request on any. Texts
 * are those of the behaviour notes, gift cards 0.2. When a credential was last used is nowhere written: that would make
 * every read a write.
 */
@Component
public final class Credentials implements CredentialDirectory {

    private static final CredentialLookup UNKNOWN = new CredentialLookup.Unknown();

    private final TransactionalUnit unit;
    private final Documents documents;
    private final Versions versions;
    private final Teams teams;
    private final DeviceResource devices;
    private final AtomicReference<Generation> present = new AtomicReference<>(new Generation(-1));

    public Credentials(
            TransactionalUnit unit, Documents documents, Versions versions, Teams teams, DeviceResource devices) {
        this.devices = devices;
        this.teams = teams;
        this.unit = unit;
        this.documents = documents;
        this.versions = versions;
    }

    /** What is known at one version of the directory. */
    private record Generation(long version, Map<Key, CredentialLookup> known) {
        Generation(long version) {
            this(version, new ConcurrentHashMap<>());
        }
    }

    private record Key(CredentialScheme scheme, TokenHash hash) {}

    @Override
    public CredentialLookup find(CredentialScheme scheme, TokenHash hash) {
        if (versions.directoryChanged()) {
            return read(scheme, hash);
        }
        Generation generation = generation(unit.entered().directoryVersion());
        Key key = new Key(scheme, hash);
        CredentialLookup known = generation.known().get(key);
        if (known != null) {
            return known;
        }
        CredentialLookup read = read(scheme, hash);
        if (!(read instanceof CredentialLookup.Unknown)) {
            // Guesses are not remembered: whoever tries tokens must not fill the memory.
            generation.known().put(key, read);
        }
        return read;
    }

    /** Requests that began before a change and after it meet here; the older ones must not throw away the newer memory. */
    private Generation generation(long version) {
        Generation generation = present.get();
        if (generation.version() == version) {
            return generation;
        }
        Generation fresh = new Generation(version);
        if (generation.version() < version) {
            present.compareAndSet(generation, fresh);
        }
        return fresh;
    }

    private CredentialLookup read(CredentialScheme scheme, TokenHash hash) {
        return switch (scheme) {
            case TOKEN -> teamToken(hash);
            case DEVICE -> device(hash);
        };
    }

    private CredentialLookup teamToken(TokenHash hash) {
        Document token = documents
                .one(
                        TeamTokens.RESOURCE.type(),
                        ResourceSelection.everywhere()
                                .and("document #>> '{token,hash}' = :hash", Map.of("hash", hash.hex())))
                .orElse(null);
        Long team = token == null ? null : token.owner().parent();
        if (token == null || team == null || !token.flag("active")) {
            return UNKNOWN;
        }
        return documents
                .one(
                        teams.type(),
                        ResourceSelection.ofOrganizer(token.owner().organizer()).and("id = :id", Map.of("id", team)))
                .<CredentialLookup>map(found -> new CredentialLookup.Found(new Credential.TeamToken(
                        token.id(),
                        token.text("name"),
                        found.id(),
                        token.owner().organizer(),
                        Teams.permissions(found),
                        reach(found))))
                .orElse(UNKNOWN);
    }

    private CredentialLookup device(TokenHash hash) {
        return documents
                .one(
                        devices.type(),
                        ResourceSelection.everywhere()
                                .and("document #>> '{api_token,hash}' = :hash", Map.of("hash", hash.hex())))
                .map(Credentials::lookup)
                .orElse(UNKNOWN);
    }

    private static CredentialLookup lookup(Document device) {
        if (device.get("initialized") == null) {
            return new CredentialLookup.Refused("Device has not been initialized.");
        }
        if (device.flag("revoked")) {
            return new CredentialLookup.Refused("Device access has been revoked.");
        }
        DeviceProfile profile = DeviceProfile.ofWord(device.text("security_profile"));
        return new CredentialLookup.Found(new Credential.Device(
                device.id(),
                device.number("device_id"),
                device.text("name"),
                device.owner().organizer(),
                reach(device),
                requireKnown(profile, device),
                device.get("gate") instanceof Number gate ? gate.longValue() : null,
                new Credential.Device.Software(text(device, "software_brand"), text(device, "software_version"))));
    }

    private static @Nullable String text(Document device, String field) {
        return device.get(field) == null ? null : device.text(field);
    }

    private static DeviceProfile requireKnown(@Nullable DeviceProfile profile, Document device) {
        if (profile == null) {
            throw new IllegalStateException(device.stream() + " has an unknown security profile");
        }
        return profile;
    }

    private static EventReach reach(Document owner) {
        return owner.flag("all_events")
                ? new EventReach.All()
                : new EventReach.Only(events(owner.texts("limit_events")));
    }

    private static Set<EventSlug> events(List<String> slugs) {
        return slugs.stream().map(EventSlug::new).collect(Collectors.toUnmodifiableSet());
    }
}
