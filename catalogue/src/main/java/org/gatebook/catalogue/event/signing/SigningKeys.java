package org.gatebook.catalogue.event.signing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.personal.SubjectId;
import org.gatebook.api.ticket.TicketSigning;
import org.gatebook.catalogue.resource.Catalogue;
import org.gatebook.catalogue.resource.Document;
import org.gatebook.catalogue.resource.Documents;
import org.gatebook.catalogue.resource.KeptBy;
import org.gatebook.catalogue.resource.Owner;
import org.gatebook.catalogue.resource.ResourceSelection;
import org.gatebook.catalogue.resource.ResourceType;
import org.gatebook.eventstore.sealing.SealedText;
import org.gatebook.web.request.LinkBase;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The keys with which events sign their tickets (behaviour notes, orders 20). A document of its own, as old as the first
 * use: the private key is sealed for the event, and whoever reads events has no business with it.
 */
@Component
public final class SigningKeys implements TicketSigning {

    /** The word of the setting, and of the answer, for tickets that are signed. */
    public static final String GENERATOR = "pretix_sig1";

    private static final String ALGORITHM = "Ed25519";
    private static final String PUBLIC = "public_key";
    private static final String PRIVATE = "private_key";
    private static final ResourceType TYPE = ResourceType.declare("event_signing_key", KeptBy.EVENT)
            .plain(PUBLIC)
            .secret(PRIVATE)
            .build();

    /** An event, for its number only. */
    private static final ResourceType EVENT =
            ResourceType.declare("event", KeptBy.EVENT).build();

    private final Documents documents;
    private final Catalogue catalogue;
    private final SealedText sealed;

    SigningKeys(Documents documents, Catalogue catalogue, SealedText sealed) {
        this.documents = documents;
        this.catalogue = catalogue;
        this.sealed = sealed;
    }

    @Override
    public Signer of(OrganizerSlug organizer, EventSlug event) {
        Owner owner = Owner.of(organizer, event);
        Document keys = existing(owner).orElseGet(() -> create(owner, eventId(owner)));
        PrivateKey key = privateKey(keys);
        return message -> sign(key, message);
    }

    /** Gives an event its keys if it has none yet. */
    public void provide(Owner event, long id) {
        if (existing(event).isEmpty()) {
            create(event, id);
        }
    }

    /** The keys that devices verify with, for the answers about these events. */
    public Map<Long, Map<String, @Nullable Object>> validKeys(List<Document> events, LinkBase links) {
        Map<Long, String> keys = new HashMap<>();
        if (!events.isEmpty()) {
            documents
                    .list(
                            TYPE,
                            ResourceSelection.ofEvents(events.getFirst().owner().organizer())
                                    .and(
                                            "id = ANY (:ids)",
                                            Map.of(
                                                    "ids",
                                                    events.stream()
                                                            .map(Document::id)
                                                            .toArray(Long[]::new))))
                    .forEach(found -> keys.put(found.id(), found.text(PUBLIC)));
        }
        Map<Long, Map<String, @Nullable Object>> shown = new HashMap<>();
        events.forEach(event -> shown.put(
                event.id(),
                Map.of(
                        "valid_keys",
                        Map.of(
                                GENERATOR,
                                Optional.ofNullable(keys.get(event.id())).stream()
                                        .toList()))));
        return shown;
    }

    private Optional<Document> existing(Owner event) {
        return documents.byKey(TYPE, event, String.valueOf(event.event()));
    }

    private long eventId(Owner event) {
        return documents
                .byKey(EVENT, event, String.valueOf(event.event()))
                .orElseThrow(() -> new IllegalStateException("no event " + event))
                .id();
    }

    private Document create(Owner event, long id) {
        KeyPair pair = generate();
        String text = sealed.seal(subject(id), base64(pair.getPrivate().getEncoded()));
        if (text == null) {
            throw new IllegalStateException("an event that signs cannot have been erased");
        }
        return catalogue.create(
                TYPE,
                id,
                event,
                String.valueOf(event.event()),
                Map.of(PUBLIC, pem(pair.getPublic().getEncoded()), PRIVATE, text));
    }

    private PrivateKey privateKey(Document keys) {
        String text = sealed.open(subject(keys.id()), keys.text(PRIVATE))
                .orElseThrow(() -> new IllegalStateException(keys.stream() + " was erased"));
        try {
            return KeyFactory.getInstance(ALGORITHM)
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(text)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(keys.stream() + " holds no key", e);
        }
    }

    private static byte[] sign(PrivateKey key, byte[] message) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot sign", e);
        }
    }

    private static KeyPair generate() {
        try {
            return KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no " + ALGORITHM, e);
        }
    }

    /** Base64 of the key's PEM file, line ends included: what scanner apps take apart. */
    private static String pem(byte[] key) {
        String file = "-----BEGIN PUBLIC KEY-----\n" + base64(key) + "\n-----END PUBLIC KEY-----\n";
        return base64(file.getBytes(StandardCharsets.US_ASCII));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static SubjectId subject(long id) {
        return SubjectId.of("event", id);
    }
}
