package org.gatebook.catalogue.event;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.gatebook.catalogue.crud.Declaration;
import org.gatebook.catalogue.resource.Document;
import org.gatebook.catalogue.resource.Documents;
import org.gatebook.catalogue.resource.KeptBy;
import org.gatebook.catalogue.resource.Owner;
import org.gatebook.catalogue.resource.ResourceSelection;
import org.gatebook.catalogue.resource.ResourceType;
import org.gatebook.catalogue.resource.ResourceType.Place;
import org.gatebook.web.form.type.Relation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How resources of an event refer to each other. Here the kinds are known by name only, because they refer to each other
 * in circles: a product is hidden while a quota lasts, and the quota counts products.
 *
 * <p>A number is found anywhere within the organizer: that something belongs to another event is not the same fault as
 * that it does not exist, and the reference says so. Whoever refers asks {@link #isForeign} afterwards.
 */
@Component
public final class EventReferences {

    /** A category of products. */
    public static final Relation<Long, Document> CATEGORY = Relation.byId("category");
    /** A tax rule. */
    public static final Relation<Long, Document> TAX_RULE = Relation.byId("tax rule");
    /** A date of a series. */
    public static final Relation<Long, Document> SUBEVENT = Relation.byId("date");
    /** A product. */
    public static final Relation<Long, Document> ITEM = Relation.byId("product");
    /** A variation of a product, as a part of it. */
    public static final Relation<Long, Document> VARIATION = Relation.byId("variation");
    /** A quota. */
    public static final Relation<Long, Document> QUOTA = Relation.byId("quota");
    /** A question. */
    public static final Relation<Long, Document> QUESTION = Relation.byId("question");

    /** A check-in list. */
    public static final Relation<Long, Document> CHECKIN_LIST = Relation.byId("check-in list");

    private static final Map<Relation<Long, Document>, ResourceType> KINDS = Map.of(
            CATEGORY, kind("category"),
            TAX_RULE, kind("taxrule"),
            SUBEVENT, kind("subevent"),
            ITEM, kind("item"),
            VARIATION,
                    ResourceType.declareInside(new Place("item", "variations"), "item_variation")
                            .build(),
            QUOTA, kind("quota"),
            QUESTION, kind("question"),
            CHECKIN_LIST, kind("checkinlist"));

    private final Documents documents;

    public EventReferences(Documents documents) {
        this.documents = documents;
    }

    /** Declares how something is found that one or two fields refer to. */
    public Declaration one(Declaration declaration, Relation<Long, Document> relation) {
        return declaration.refers(relation, (owner, id) -> anywhere(relation, owner, id));
    }

    /** Declares how things are found that a list refers to: the event's own are fetched together. */
    public Declaration many(Declaration declaration, Relation<Long, Document> relation) {
        return declaration.refersAmong(relation, owner -> {
            Map<Long, Document> own = new HashMap<>();
            return new Function<>() {
                private boolean fetched;

                @Override
                public @Nullable Document apply(Long id) {
                    if (!fetched) {
                        all(relation, owner).forEach(document -> own.put(document.id(), document));
                        fetched = true;
                    }
                    Document found = own.get(id);
                    return found == null ? anywhere(relation, owner, id) : found;
                }
            };
        });
    }

    /** Everything of this kind in the event. */
    public List<Document> all(Relation<Long, Document> relation, Owner owner) {
        return all(type(relation), owner);
    }

    /** Everything of this kind in the event. */
    public List<Document> all(ResourceType kind, Owner owner) {
        return documents.list(kind, ResourceSelection.ofEvent(owner));
    }

    /** Those of the event that have these numbers. */
    public List<Document> some(Relation<Long, Document> relation, Owner owner, Iterable<Long> ids) {
        List<Long> wanted = new ArrayList<>();
        ids.forEach(wanted::add);
        return wanted.isEmpty()
                ? List.of()
                : documents.list(
                        type(relation),
                        ResourceSelection.ofEvent(owner)
                                .and("id = ANY (:ids)", Map.of("ids", wanted.toArray(Long[]::new))));
    }

    /** Everything of a kind whose field refers to this number. */
    public List<Document> referring(ResourceType kind, Owner event, String field, long id) {
        return holding(kind, event, "{\"%s\": %d}".formatted(field, id));
    }

    /** Everything of a kind whose list refers to this number. */
    public List<Document> listing(ResourceType kind, Owner event, String field, long id) {
        return holding(kind, event, "{\"%s\": [%d]}".formatted(field, id));
    }

    private List<Document> holding(ResourceType kind, Owner event, String json) {
        return documents.list(
                kind,
                ResourceSelection.ofEvent(event)
                        .and("document @> cast(:reference AS jsonb)", Map.of("reference", json)));
    }

    /** Whether something belongs to another event. */
    public static boolean isForeign(Document document, Owner owner) {
        return !Objects.equals(document.owner().event(), owner.event());
    }

    /** A kind that is only read here. */
    public static ResourceType type(Relation<Long, Document> relation) {
        return Objects.requireNonNull(KINDS.get(relation), relation::toString);
    }

    private @Nullable Document anywhere(Relation<Long, Document> relation, Owner owner, long id) {
        return documents.within(owner.organizer(), type(relation), id).orElse(null);
    }

    private static ResourceType kind(String name) {
        return ResourceType.declare(name, KeptBy.EVENT).build();
    }
}
