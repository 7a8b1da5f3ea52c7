package org.gatebook.catalogue.pretixdroid;

import static org.gatebook.catalogue.crud.Fields.flag;
import static org.gatebook.catalogue.resource.Sensitivity.PLAIN;
import static org.gatebook.catalogue.resource.Sensitivity.SECRET;
import static org.gatebook.web.form.kind.Types.choice;
import static org.gatebook.web.form.reference.References.id;
import static org.gatebook.web.form.reference.References.ids;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatebook.api.personal.SubjectId;
import org.gatebook.catalogue.RandomText;
import org.gatebook.catalogue.crud.Change;
import org.gatebook.catalogue.crud.Declaration;
import org.gatebook.catalogue.crud.Resource;
import org.gatebook.catalogue.event.EventReferences;
import org.gatebook.catalogue.event.Referrer;
import org.gatebook.catalogue.event.Referrers;
import org.gatebook.catalogue.resource.Catalogue;
import org.gatebook.catalogue.resource.Document;
import org.gatebook.catalogue.resource.Documents;
import org.gatebook.catalogue.resource.KeptBy;
import org.gatebook.catalogue.resource.Owner;
import org.gatebook.catalogue.resource.ResourceSelection;
import org.gatebook.eventstore.sealing.SealedText;
import org.gatebook.eventstore.sealing.SubjectKeys;
import org.gatebook.web.auth.TokenHash;
import org.gatebook.web.form.Field;
import org.gatebook.web.form.type.Relation;
import org.gatebook.web.request.LinkBase;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The declaration of what devices are paired with (notes to pretixdroid, management endpoint). Of the key the hash is kept,
 * by which devices are known, and the sealed text, because the API shows it for ever.
 */
@Component
public final class PretixdroidConfigurations implements Referrer {

    static final String KIND = "pretixdroid_configuration";

    /** The newest version of the protocol, which the last app speaks. */
    public static final int VERSION = 3;

    private static final int KEY_LENGTH = 32;
    private static final String KEY = "key";
    private static final String HASH = "hash";
    private static final String SEALED = "sealed";

    static final Field<Document> LIST = Field.required("list", id(EventReferences.CHECKIN_LIST));
    static final Field<Boolean> ALL_ITEMS = flag("all_items", true);
    static final Field<List<Document>> ITEMS =
            Field.optional("items", ids(EventReferences.ITEM)).nullable();
    static final Field<Boolean> ALLOW_SEARCH = flag("allow_search", true);
    private static final Field<Boolean> SHOW_INFO = flag("show_info", true);
    static final Field<String> APP =
            Field.optional("app", choice("pretixdroid", "pretixdesk")).orElse("pretixdroid");

    private final Documents documents;
    private final Catalogue catalogue;
    private final EventReferences references;
    private final SealedText sealed;
    private final SubjectKeys keys;
    private final Resource resource;

    PretixdroidConfigurations(
            Documents documents, Catalogue catalogue, EventReferences references, SealedText sealed, SubjectKeys keys) {
        this.documents = documents;
        this.catalogue = catalogue;
        this.references = references;
        this.sealed = sealed;
        this.keys = keys;
        Declaration declaration = Resource.declare(KIND, KeptBy.EVENT)
                .id()
                .kept(SECRET, KEY)
                .shown(KEY, (configuration, links) -> key(configuration))
                .field(PLAIN, LIST)
                .field(PLAIN, ALL_ITEMS)
                .field(PLAIN, ITEMS)
                .field(PLAIN, ALLOW_SEARCH)
                .field(PLAIN, SHOW_INFO)
                .field(PLAIN, APP)
                .gathered(this::pairingCodes, "qr")
                .before(PretixdroidConfigurations::within)
                .before(this::make)
                .beforeShowing(this::fetchKeys);
        references.one(declaration, EventReferences.CHECKIN_LIST);
        references.many(declaration, EventReferences.ITEM);
        this.resource = declaration.build();
    }

    /** The declaration. */
    Resource resource() {
        return resource;
    }

    /** The configuration of an event that has this key. */
    Optional<Document> withKey(Owner event, String key) {
        return documents.one(
                resource.type(),
                ResourceSelection.of(event)
                        .and(
                                "document #>> '{key,hash}' = :hash",
                                Map.of("hash", TokenHash.of(key).hex())));
    }

    /** Without its list a key opens nothing. */
    @Override
    public void letGo(Relation<Long, Document> kind, Document gone, Referrers referrers) {
        if (kind == EventReferences.CHECKIN_LIST) {
            references
                    .referring(resource.type(), gone.owner(), LIST.name(), gone.id())
                    .forEach(catalogue::delete);
        } else if (kind == EventReferences.ITEM) {
            referrers.unlist(resource, ITEMS.name(), gone.id(), gone.owner());
        }
    }

    private static void within(Change configuration) {
        if (!configuration.isNew()) {
            return;
        }
        requireOwn(configuration, LIST.name(), List.of(configuration.input().get(LIST)));
        List<Document> sent = configuration.input().find(ITEMS);
        List<Document> items = sent == null ? List.of() : sent;
        requireOwn(configuration, ITEMS.name(), items);
        configuration.set(
                ITEMS.name(),
                items.stream().map(Document::id).sorted().distinct().toList());
    }

    private static void requireOwn(Change configuration, String field, List<Document> named) {
        for (Document document : named) {
            if (EventReferences.isForeign(document, configuration.owner())) {
                throw configuration.refused(field, "Invalid pk \"" + document.id() + "\" - object does not exist.");
            }
        }
    }

    private void make(Change configuration) {
        if (!configuration.isNew()) {
            return;
        }
        String key = RandomText.of(RandomText.LETTERS_AND_DIGITS, KEY_LENGTH);
        String text = sealed.seal(subject(configuration.id()), key);
        if (text == null) {
            throw new IllegalStateException("a new configuration cannot have been erased");
        }
        configuration.set(KEY, Map.of(HASH, TokenHash.of(key).hex(), SEALED, text));
    }

    private @Nullable String key(Document configuration) {
        return sealed.open(
                        subject(configuration.id()),
                        String.valueOf(configuration.object(KEY).get(SEALED)))
                .orElse(null);
    }

    private void fetchKeys(List<Document> configurations) {
        keys.prefetch(configurations.stream()
                .map(configuration -> subject(configuration.id()))
                .toList());
    }

    /** What apps read from the screen; they put addresses together without looking, so the address ends in a slash. */
    private Map<Long, Map<String, @Nullable Object>> pairingCodes(List<Document> configurations, LinkBase links) {
        Map<Long, Map<String, @Nullable Object>> codes = new LinkedHashMap<>();
        if (configurations.isEmpty()) {
            return codes;
        }
        Owner event = configurations.getFirst().owner();
        Map<Long, @Nullable Long> dates = new LinkedHashMap<>();
        references
                .some(
                        EventReferences.CHECKIN_LIST,
                        event,
                        configurations.stream()
                                .map(configuration -> configuration.number(LIST.name()))
                                .distinct()
                                .toList())
                .forEach(list -> dates.put(list.id(), list.numberOrNull("subevent")));
        for (Document configuration : configurations) {
            Map<String, @Nullable Object> qr = new LinkedHashMap<>();
            Long date = dates.get(configuration.number(LIST.name()));
            qr.put("version", VERSION);
            qr.put(
                    "url",
                    links.to("/pretixdroid/api/" + event.organizer().value() + "/" + String.valueOf(event.event()) + "/"
                            + (date == null ? "" : date + "/")));
            qr.put(KEY, key(configuration));
            qr.put(ALLOW_SEARCH.name(), configuration.flag(ALLOW_SEARCH.name()));
            qr.put(SHOW_INFO.name(), configuration.flag(SHOW_INFO.name()));
            Map<String, @Nullable Object> shown = new LinkedHashMap<>();
            shown.put("qr", qr);
            codes.put(configuration.id(), shown);
        }
        return codes;
    }

    private static SubjectId subject(long id) {
        return SubjectId.of(KIND, id);
    }
}
