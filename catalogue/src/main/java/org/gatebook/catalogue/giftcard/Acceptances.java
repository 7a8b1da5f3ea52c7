package org.gatebook.catalogue.giftcard;

import static org.gatebook.catalogue.resource.Sensitivity.PLAIN;
import static org.gatebook.web.form.kind.Types.flag;
import static org.gatebook.web.form.reference.References.slug;

import java.util.Map;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.catalogue.crud.Change;
import org.gatebook.catalogue.crud.Resource;
import org.gatebook.catalogue.organizer.Organizers;
import org.gatebook.catalogue.resource.Document;
import org.gatebook.catalogue.resource.Documents;
import org.gatebook.catalogue.resource.KeptBy;
import org.gatebook.catalogue.resource.Owner;
import org.gatebook.catalogue.resource.ResourceSelection;
import org.gatebook.web.form.Field;
import org.gatebook.web.form.type.Relation;
import org.springframework.stereotype.Component;

/**
 * Whose gift cards, and perhaps media, an organizer accepts (behaviour notes, gift cards 1.10; decisions, own
 * endpoints). Documents of the organizer that accepts; their key is the issuer's slug, so there is one for each issuer.
 */
@Component
public final class Acceptances {

    private static final Relation<String, Document> ORGANIZER = Relation.byText("organizer");

    static final Field<String> ISSUER = Field.required(
                    "issuer", slug("slug", ORGANIZER).as(organizer -> organizer.text("slug")))
            .writeOnce()
            .meaning("The slug of the organizer whose cards are accepted.");
    static final Field<Boolean> ACTIVE =
            Field.optional("active", flag()).orElse(true).meaning("Whether its gift cards are accepted.");
    static final Field<Boolean> REUSABLE_MEDIA = Field.optional("reusable_media", flag())
            .orElse(false)
            .meaning("Whether its media are found by lookups, too; only while it is active.");

    private final Documents documents;
    private final Resource resource;

    public Acceptances(Documents documents) {
        this.documents = documents;
        this.resource = Resource.declare("giftcard_acceptance", KeptBy.ORGANIZER)
                .id()
                .field(PLAIN, ISSUER)
                .shown(
                        "acceptor",
                        (acceptance, links) -> acceptance.owner().organizer().value())
                .field(PLAIN, ACTIVE)
                .field(PLAIN, REUSABLE_MEDIA)
                .refers(
                        ORGANIZER,
                        (owner, slug) -> documents
                                .byKey(Organizers.ORGANIZER.type(), Owner.of(new OrganizerSlug(slug)), slug)
                                .orElse(null))
                .before(this::oneForEachIssuer)
                .build();
    }

    /** The declaration. */
    public Resource resource() {
        return resource;
    }

    private void oneForEachIssuer(Change change) {
        String issuer = String.valueOf(change.get("issuer"));
        if (issuer.equals(change.owner().organizer().value())) {
            throw change.refused("issuer", "An organizer accepts its own gift cards anyway.");
        }
        ResourceSelection same = ResourceSelection.of(change.owner())
                .and("key = :issuer AND id <> :self", Map.of("issuer", issuer, "self", change.id()));
        if (documents.count(resource.type(), same) > 0) {
            throw change.refused("issuer", "There is an acceptance for this issuer already.");
        }
        change.nameIt(issuer);
    }
}
