package org.gatebook.catalogue.saleschannel;

import static org.gatebook.catalogue.resource.Sensitivity.PLAIN;
import static org.gatebook.web.filter.Filters.text;
import static org.gatebook.web.form.kind.Types.integer;
import static org.gatebook.web.form.kind.Types.text;
import static org.gatebook.web.form.world.WorldTypes.localized;

import java.util.Map;
import java.util.regex.Pattern;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.catalogue.crud.Change;
import org.gatebook.catalogue.crud.Resource;
import org.gatebook.catalogue.resource.Catalogue;
import org.gatebook.catalogue.resource.Document;
import org.gatebook.catalogue.resource.Documents;
import org.gatebook.catalogue.resource.KeptBy;
import org.gatebook.catalogue.resource.Owner;
import org.gatebook.eventstore.ClientIds;
import org.gatebook.web.error.ApiError;
import org.gatebook.web.form.Field;
import org.gatebook.web.form.type.Relation;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The declaration of sales channels. Every organizer has the channel of its web shop, which stays; clients add channels of
 * the type {@code api}.
 */
@Component
public final class SalesChannels {

    /** A channel that a resource refers to by its identifier. */
    public static final Relation<String, Document> CHANNEL = Relation.byText("sales channel");

    /** The channel that every organizer has. */
    public static final String WEB = "web";

    private static final String API = "api";
    private static final long GREATEST_POSITION = Integer.MAX_VALUE;
    private static final Pattern SPELLING = Pattern.compile("^[a-zA-Z0-9.\\-_]+$");

    static final Field<String> IDENTIFIER = Field.required(
            "identifier",
            text().upTo(200)
                    .matching(
                            SPELLING,
                            "The identifier may only contain letters, numbers, dots, dashes, and underscores."));
    static final Field<Map<String, String>> LABEL = Field.required("label", localized());
    static final Field<String> TYPE = Field.optional("type", text()).orElse(API);
    static final Field<Long> POSITION = Field.optional(
                    "position", integer().atLeast(0).atMost(GREATEST_POSITION))
            .orElse(0L);

    private final Documents documents;
    private final Catalogue catalogue;
    private final ClientIds ids;
    private final ObjectProvider<SalesChannelUse> use;
    private final Resource resource;

    public SalesChannels(Documents documents, Catalogue catalogue, ClientIds ids, ObjectProvider<SalesChannelUse> use) {
        this.documents = documents;
        this.catalogue = catalogue;
        this.ids = ids;
        this.use = use;
        this.resource = Resource.declare("sales_channel", KeptBy.ORGANIZER)
                .addressedByKey()
                .field(PLAIN, IDENTIFIER)
                .field(PLAIN, LABEL)
                .field(PLAIN, TYPE)
                .field(PLAIN, POSITION)
                .filteredBy(text("type", Resource.column("type")), text("identifier", Resource.column("identifier")))
                .usually("(document ->> 'position')::bigint, id")
                .before(this::fixed)
                .beforeDelete(this::requireUnused)
                .build();
    }

    /** The declaration. */
    public Resource resource() {
        return resource;
    }

    /** Makes the channel of the web shop, which every organizer has, if it is not there yet. */
    public void openWebShop(OrganizerSlug organizer) {
        Owner owner = Owner.of(organizer);
        if (documents.byKey(resource.type(), owner, WEB).isEmpty()) {
            catalogue.create(
                    resource.type(),
                    ids.next(),
                    owner,
                    WEB,
                    Map.of("identifier", WEB, "label", Map.of("en", "Online shop"), "type", WEB, "position", 0));
        }
    }

    private void fixed(Change change) {
        String identifier = String.valueOf(change.get("identifier"));
        Document before = change.before();
        if (before != null) {
            if (!before.text("identifier").equals(identifier)) {
                throw change.refused("identifier", "You cannot change the identifier of a sales channel.");
            }
            if (!before.text("type").equals(change.get("type"))) {
                throw change.refused("type", "You cannot change the type of a sales channel.");
            }
            return;
        }
        if (!API.equals(change.get("type"))) {
            throw change.refused("type", "You can currently only create channels of type 'api' through the API.");
        }
        if (!identifier.startsWith(API + ".")) {
            throw change.refused("identifier", "Your identifier needs to start with 'api.'.");
        }
        if (documents.byKey(resource.type(), change.owner(), identifier).isPresent()) {
            throw change.refused("identifier", "A sales channel with the same identifier already exists.");
        }
        change.nameIt(identifier);
    }

    /** As long as nobody can tell whether a channel was used it counts as used: orders would lose where they came from. */
    private void requireUnused(Document channel) {
        SalesChannelUse known = use.getIfAvailable();
        boolean mayGo = channel.text("type").equals(API)
                && known != null
                && !known.isUsed(channel.owner().organizer(), channel.text("identifier"));
        if (!mayGo) {
            throw ApiError.detail(403, "Can only be deleted if unused.").rejected();
        }
    }
}
