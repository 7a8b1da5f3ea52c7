package org.gatebook.catalogue.device;

import static org.gatebook.catalogue.resource.Sensitivity.PLAIN;
import static org.gatebook.catalogue.resource.Sensitivity.SECRET;
import static org.gatebook.web.form.kind.Types.choice;
import static org.gatebook.web.form.kind.Types.flag;
import static org.gatebook.web.form.kind.Types.text;
import static org.gatebook.web.form.reference.References.id;

import java.util.List;
import java.util.Map;
import org.gatebook.api.personal.SubjectId;
import org.gatebook.catalogue.RandomText;
import org.gatebook.catalogue.crud.Change;
import org.gatebook.catalogue.crud.Resource;
import org.gatebook.catalogue.event.Events;
import org.gatebook.catalogue.organizer.Gates;
import org.gatebook.catalogue.resource.Catalogue;
import org.gatebook.catalogue.resource.Document;
import org.gatebook.catalogue.resource.Documents;
import org.gatebook.catalogue.resource.KeptBy;
import org.gatebook.catalogue.resource.ResourceSelection;
import org.gatebook.catalogue.resource.ResourceType;
import org.gatebook.eventstore.sealing.SealedText;
import org.gatebook.eventstore.sealing.SubjectKeys;
import org.gatebook.web.auth.DeviceProfile;
import org.gatebook.web.auth.TokenHash;
import org.gatebook.web.form.Field;
import org.gatebook.web.form.type.Relation;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The declaration of devices (behaviour notes, 4.10). A device's address is {@code device_id}, counted per organizer. Of
 * its API token the hash is kept; of its one-time token also the sealed text, because the API shows it for ever.
 */
@Component
public final class DeviceResource {

    /** What the engine stores of a device. */
    public static final String KIND = "device";

    private static final int SERIAL_LENGTH = 16;
    private static final int INITIALIZATION_TOKEN_LENGTH = 16;
    private static final String HASH = "hash";
    private static final String SEALED = "sealed";

    private static final Relation<Long, Document> GATE = Relation.byId("gate");

    static final Field<Boolean> ALL_EVENTS =
            Field.optional("all_events", flag()).orElse(false);
    static final Field<List<String>> LIMIT_EVENTS = Field.required("limit_events", Events.someEvents());
    static final Field<String> NAME = Field.required("name", text().upTo(190));
    static final Field<String> SECURITY_PROFILE = Field.optional(
                    "security_profile",
                    choice(DeviceProfile.class, DeviceProfile::word).as(DeviceProfile::word))
            .orElse(DeviceProfile.FULL.word());
    static final Field<Document> AT_GATE = Field.optional("gate", id(GATE)).nullable();

    private final JdbcClient jdbc;
    private final Catalogue catalogue;
    private final SealedText sealed;
    private final SubjectKeys keys;
    private final Resource resource;

    public DeviceResource(
            JdbcClient jdbc,
            Documents documents,
            Catalogue catalogue,
            Events events,
            SealedText sealed,
            SubjectKeys keys) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
        this.sealed = sealed;
        this.keys = keys;
        this.resource = Resource.declare(KIND, KeptBy.DIRECTORY)
                .addressedByKey()
                .made(PLAIN, "device_id")
                .made(PLAIN, "unique_serial")
                .kept(SECRET, "initialization_token")
                .shown("initialization_token", (device, links) -> initializationToken(device))
                .kept(SECRET, "api_token")
                .field(PLAIN, ALL_EVENTS)
                .field(PLAIN, LIMIT_EVENTS)
                .made(PLAIN, "revoked")
                .field(PLAIN, NAME)
                .made(PLAIN, "created")
                .made(PLAIN, "initialized")
                .made(PLAIN, "hardware_brand")
                .made(PLAIN, "hardware_model")
                .made(PLAIN, "os_name")
                .made(PLAIN, "os_version")
                .made(PLAIN, "software_brand")
                .made(PLAIN, "software_version")
                .field(PLAIN, SECURITY_PROFILE)
                .unseen(PLAIN, AT_GATE)
                .kept(PLAIN, "info")
                .kept(PLAIN, "rsa_pubkey")
                .refers(Events.EVENT, events::named)
                .refers(
                        GATE,
                        (owner, id) -> documents.byId(Gates.type(), owner, id).orElse(null))
                .before(this::make)
                .beforeShowing(this::fetchKeys)
                .build();
    }

    /** The declaration. */
    public Resource resource() {
        return resource;
    }

    /** What the engine stores of a device. */
    public ResourceType type() {
        return resource.type();
    }

    /** Which device has this one-time token, whether it was used or not. */
    static ResourceSelection withInitializationToken(String token) {
        return ResourceSelection.everywhere()
                .and(
                        "document #>> '{initialization_token,hash}' = :hash",
                        Map.of("hash", TokenHash.of(token).hex()));
    }

    /** What is kept of an API token. */
    static Map<String, String> stored(String apiToken) {
        return Map.of(HASH, TokenHash.of(apiToken).hex());
    }

    private void make(Change change) {
        if (!change.isNew()) {
            return;
        }
        long number = nextNumber(change);
        String token = RandomText.of(RandomText.LOWER_CASE, INITIALIZATION_TOKEN_LENGTH);
        String text = sealed.seal(subject(change.id()), token);
        if (text == null) {
            throw new IllegalStateException("a new device cannot have been erased");
        }
        change.nameIt(Long.toString(number))
                .set("device_id", number)
                .set("unique_serial", RandomText.of(RandomText.UPPER_CASE, SERIAL_LENGTH))
                .set("initialization_token", Map.of(HASH, TokenHash.of(token).hex(), SEALED, text))
                .set("revoked", false)
                .set("created", change.now());
    }

    private long nextNumber(Change change) {
        catalogue.lineUp(type(), change.owner());
        return jdbc.sql("""
                        SELECT coalesce(max((document ->> 'device_id')::bigint), 0) + 1
                        FROM ops.resource WHERE kind = 'device' AND organizer = :organizer AND NOT deleted
                        """)
                .param("organizer", change.owner().organizer().value())
                .query(Long.class)
                .single();
    }

    private @Nullable String initializationToken(Document device) {
        Object text = device.object("initialization_token").get(SEALED);
        return text == null
                ? null
                : sealed.open(subject(device.id()), text.toString()).orElse(null);
    }

    private void fetchKeys(List<Document> devices) {
        keys.prefetch(devices.stream().map(device -> subject(device.id())).toList());
    }

    private static SubjectId subject(long id) {
        return SubjectId.of(KIND, id);
    }
}
