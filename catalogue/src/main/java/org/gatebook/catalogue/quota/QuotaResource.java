package org.gatebook.catalogue.quota;

import static org.gatebook.catalogue.crud.Fields.flag;
import static org.gatebook.catalogue.crud.Fields.optionalCount;
import static org.gatebook.catalogue.event.EventReferences.ITEM;
import static org.gatebook.catalogue.event.EventReferences.SUBEVENT;
import static org.gatebook.catalogue.event.EventReferences.VARIATION;
import static org.gatebook.catalogue.resource.Sensitivity.PLAIN;
import static org.gatebook.web.form.kind.Types.text;
import static org.gatebook.web.form.reference.References.id;
import static org.gatebook.web.form.reference.References.ids;

import java.util.List;
import java.util.Map;
import org.gatebook.catalogue.crud.Change;
import org.gatebook.catalogue.crud.Declaration;
import org.gatebook.catalogue.crud.Resource;
import org.gatebook.catalogue.event.EventReferences;
import org.gatebook.catalogue.event.Events;
import org.gatebook.catalogue.event.Referrer;
import org.gatebook.catalogue.event.Referrers;
import org.gatebook.catalogue.resource.Document;
import org.gatebook.catalogue.resource.KeptBy;
import org.gatebook.catalogue.resource.Owner;
import org.gatebook.catalogue.resource.ResourceType;
import org.gatebook.web.form.Field;
import org.gatebook.web.form.type.Relation;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The declaration of quotas. */
@Component
public final class QuotaResource implements Referrer {

    private static final Field<List<Document>> ITEMS = Field.optional("items", ids(ITEM));
    private static final Field<List<Document>> VARIATIONS = Field.optional("variations", ids(VARIATION));
    private static final Field<Document> DATE =
            Field.optional("subevent", id(SUBEVENT)).nullable();

    private final EventReferences references;
    private final Events events;
    private final ObjectProvider<QuotaFollower> followers;
    private final Resource resource;

    public QuotaResource(
            EventReferences references, Events events, Referrers referrers, ObjectProvider<QuotaFollower> followers) {
        this.references = references;
        this.events = events;
        this.followers = followers;
        Declaration declaration = Resource.declare("quota", KeptBy.EVENT)
                .id()
                .field(PLAIN, Field.required("name", text().upTo(200)))
                .field(PLAIN, optionalCount("size"))
                .field(PLAIN, ITEMS)
                .field(PLAIN, VARIATIONS)
                .field(PLAIN, DATE)
                .field(PLAIN, flag("closed", false))
                .field(PLAIN, flag("close_when_sold_out", false))
                .field(PLAIN, flag("release_after_exit", false))
                .field(PLAIN, flag("ignore_for_event_availability", false));
        references.many(declaration, ITEM);
        references.many(declaration, VARIATION);
        references.one(declaration, SUBEVENT);
        this.resource = declaration
                .before(this::check)
                .afterChange((before, after) -> tell(after.owner(), before, after))
                .afterDelete(quota -> tell(quota.owner(), quota, null))
                .afterDelete(quota -> referrers.gone(EventReferences.QUOTA, quota))
                .filteredBy(QuotaFilters.all())
                .orderedById()
                .orderedByNumber("size")
                .build();
    }

    /** The declaration. */
    public Resource resource() {
        return resource;
    }

    /** What the engine stores of a quota. */
    public ResourceType type() {
        return resource.type();
    }

    /** Without its product a quota would count what nobody can sell. */
    @Override
    public void letGo(Relation<Long, Document> kind, Document gone, Referrers referrers) {
        if (kind == ITEM) {
            for (Map<String, @Nullable Object> row : gone.rows("variations")) {
                if (row.get("id") instanceof Number variation) {
                    referrers.unlist(resource, VARIATIONS.name(), variation.longValue(), gone.owner());
                }
            }
            referrers.unlist(resource, ITEMS.name(), gone.id(), gone.owner());
        } else if (kind == VARIATION) {
            referrers.unlist(resource, VARIATIONS.name(), gone.id(), gone.owner());
        } else if (kind == SUBEVENT) {
            referrers.drop(resource, DATE.name(), gone);
        }
    }

    private void check(Change quota) {
        quota.fill(ITEMS.name(), List.of()).fill(VARIATIONS.name(), List.of());
        List<Document> items = present(quota, ITEMS, ITEM);
        List<Document> variations = present(quota, VARIATIONS, VARIATION);
        if (variations.stream().anyMatch(variation -> items.stream().noneMatch(item -> isOf(variation, item)))) {
            throw quota.refused("All variations must belong to an item contained in the items list.");
        }
        for (Document item : items) {
            if (EventReferences.isForeign(item, quota.owner())) {
                throw quota.refused("One or more items do not belong to this event.");
            }
            boolean hasVariations = !item.rows("variations").isEmpty();
            if (hasVariations && variations.stream().noneMatch(variation -> isOf(variation, item))) {
                throw quota.refused("One or more items has variations but none of these are in the variations list.");
            }
        }
        checkDate(quota);
    }

    private void checkDate(Change quota) {
        Document sent = quota.input().find(DATE);
        boolean foreign = sent != null && EventReferences.isForeign(sent, quota.owner());
        boolean dated = quota.get(DATE.name()) != null;
        boolean series = isSeries(quota.owner());
        if (series && !dated) {
            throw quota.refused("Subevent cannot be null for event series.");
        }
        if (dated && (!series || foreign)) {
            throw quota.refused("The subevent does not belong to this event.");
        }
    }

    private boolean isSeries(Owner owner) {
        Document event =
                owner.event() == null ? null : events.named(owner, owner.event().value());
        return event != null && event.flag("has_subevents");
    }

    private List<Document> present(Change quota, Field<List<Document>> field, Relation<Long, Document> relation) {
        return quota.input().has(field)
                ? quota.input().get(field)
                : references.some(relation, quota.owner(), quota.numbers(field.name()));
    }

    private static boolean isOf(Document variation, Document item) {
        return Long.valueOf(item.id()).equals(variation.owner().parent());
    }

    private void tell(Owner owner, @Nullable Document before, @Nullable Document after) {
        var was = before == null ? null : QuotasOffered.quota(before);
        var is = after == null ? null : QuotasOffered.quota(after);
        if (was == null || !was.equals(is)) {
            followers.orderedStream().forEach(follower -> follower.quotaChanged(owner, was, is));
        }
    }
}
