package org.gatebook.catalogue.device;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gatebook.catalogue.RandomText;
import org.gatebook.catalogue.directory.OrganizerSnapshots;
import org.gatebook.catalogue.resource.Catalogue;
import org.gatebook.catalogue.resource.Document;
import org.gatebook.catalogue.resource.Documents;
import org.gatebook.catalogue.resource.Owner;
import org.gatebook.eventstore.AuditContext;
import org.gatebook.eventstore.TransactionalUnit;
import org.gatebook.web.auth.Credential;
import org.gatebook.web.error.ApiError;
import org.gatebook.web.form.ApiText;
import org.gatebook.web.form.Parsed;
import org.gatebook.web.form.type.Lookups;
import org.gatebook.web.request.ApiRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a device does with its own registration (behaviour notes, 4.11). */
@Component
final class DeviceSession {

    private static final int API_TOKEN_LENGTH = 64;

    private final Documents documents;
    private final Catalogue catalogue;
    private final DeviceResource devices;
    private final OrganizerSnapshots organizers;
    private final TransactionalUnit unit;

    DeviceSession(
            Documents documents,
            Catalogue catalogue,
            DeviceResource devices,
            OrganizerSnapshots organizers,
            TransactionalUnit unit) {
        this.documents = documents;
        this.catalogue = catalogue;
        this.devices = devices;
        this.organizers = organizers;
        this.unit = unit;
    }

    /** Trades the one-time token for an API token. Nobody is logged in yet, so the device is its own actor. */
    Map<String, @Nullable Object> initialize(ApiRequest request) {
        Parsed sent = SoftwareForm.INITIALIZE.create(request.body(), Lookups.none());
        Document device = documents
                .one(devices.type(), DeviceResource.withInitializationToken(sent.get(SoftwareForm.TOKEN)))
                .orElseThrow(() -> refused("Unknown initialization token."));
        if (device.get("initialized") != null) {
            throw refused("This initialization token has already been used.");
        }
        if (device.flag("revoked")) {
            throw refused("This initialization token has been revoked.");
        }
        unit.identify(unit.audit()
                .by(new AuditContext.Actor(DeviceResource.KIND, Long.toString(device.id()), device.text("name")))
                .within(device.owner().organizer(), null));
        String apiToken = RandomText.of(RandomText.LOWER_CASE, API_TOKEN_LENGTH);
        Map<String, @Nullable Object> changes = SoftwareForm.fields(sent);
        changes.put("rsa_pubkey", sent.find(SoftwareForm.PUBLIC_KEY));
        changes.put("initialized", ApiText.moment(request.now()));
        changes.put("api_token", DeviceResource.stored(apiToken));
        return shown(catalogue.change(device, changes), apiToken);
    }

    /** Notes what the app says about itself. */
    Map<String, @Nullable Object> update(ApiRequest request) {
        Document device = own(request);
        Parsed sent = SoftwareForm.UPDATE.create(request.body(), Lookups.none());
        Map<String, @Nullable Object> changes = SoftwareForm.fields(sent);
        String key = sent.find(SoftwareForm.PUBLIC_KEY);
        Object present = device.get("rsa_pubkey");
        if (key != null && present != null && !key.equals(present)) {
            throw ApiError.field("rsa_pubkey", "You cannot change the rsa_pubkey of the device once it is set.")
                    .rejected();
        }
        if (key != null) {
            changes.put("rsa_pubkey", key);
        }
        return shown(catalogue.change(device, changes), request.presentedToken());
    }

    /** A new API token; the old one is dead at once. */
    Map<String, @Nullable Object> roll(ApiRequest request) {
        String apiToken = RandomText.of(RandomText.LOWER_CASE, API_TOKEN_LENGTH);
        Document device = catalogue.change(own(request), Map.of("api_token", DeviceResource.stored(apiToken)));
        return shown(device, apiToken);
    }

    /** The end: the token stays known, so that the app learns why it is refused. */
    Map<String, @Nullable Object> revoke(ApiRequest request) {
        return shown(catalogue.change(own(request), Map.of("revoked", true)), request.presentedToken());
    }

    /** What a device may know about itself. */
    Map<String, @Nullable Object> about(ApiRequest request) {
        return shown(own(request), request.presentedToken());
    }

    private Document own(ApiRequest request) {
        if (!(request.credential() instanceof Credential.Device credential)) {
            throw new IllegalStateException("only devices come here");
        }
        return documents
                .byId(devices.type(), Owner.of(credential.organizer()), credential.id())
                .orElseThrow(() -> new IllegalStateException("a device that is logged in is gone"));
    }

    private Map<String, @Nullable Object> shown(Document device, String apiToken) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        shown.put("organizer", device.owner().organizer().value());
        shown.put("device_id", device.number("device_id"));
        shown.put("unique_serial", device.text("unique_serial"));
        shown.put("api_token", apiToken);
        shown.put("name", device.text("name"));
        shown.put("security_profile", device.text("security_profile"));
        shown.put("gate", gate(device));
        return shown;
    }

    private @Nullable Map<String, @Nullable Object> gate(Document device) {
        if (device.get("gate") == null) {
            return null;
        }
        Document gate = organizers.of(device.owner().organizer()).gates().get(device.number("gate"));
        if (gate == null) {
            return null;
        }
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        shown.put("id", gate.id());
        shown.put("name", gate.get("name"));
        shown.put("identifier", gate.get("identifier"));
        return shown;
    }

    private static RuntimeException refused(String text) {
        return ApiError.field("token", text).rejected();
    }
}
