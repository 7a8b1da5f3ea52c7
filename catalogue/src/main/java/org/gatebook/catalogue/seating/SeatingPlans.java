package org.gatebook.catalogue.seating;

import static org.gatebook.catalogue.resource.Sensitivity.PLAIN;
import static org.gatebook.web.form.kind.Types.json;
import static org.gatebook.web.form.kind.Types.text;

import java.util.Map;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.catalogue.crud.Change;
import org.gatebook.catalogue.crud.Resource;
import org.gatebook.catalogue.resource.Document;
import org.gatebook.catalogue.resource.Documents;
import org.gatebook.catalogue.resource.KeptBy;
import org.gatebook.catalogue.resource.Owner;
import org.gatebook.web.error.ApiError;
import org.gatebook.web.form.Field;
import org.gatebook.web.form.type.Relation;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The declaration of seating plans. A plan that an event uses stands still: its seats were made of it. */
@Component
public final class SeatingPlans {

    /** A plan that an event or a date refers to. */
    public static final Relation<Long, Document> PLAN = Relation.byId("seating plan");

    static final Field<String> NAME = Field.required("name", text().upTo(190));
    static final Field<JsonNode> LAYOUT = Field.required("layout", json().must(SeatingLayout::fault));

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final Documents documents;
    private final Resource resource;

    public SeatingPlans(JdbcClient jdbc, Documents documents) {
        this.jdbc = jdbc;
        this.documents = documents;
        this.resource = Resource.declare("seating_plan", KeptBy.NOBODY)
                .id()
                .field(PLAIN, NAME)
                .field(PLAIN, LAYOUT)
                .before(this::standStill)
                .beforeDelete(
                        plan -> requireUnused(plan, "This plan can not be deleted while it is in use for an event."))
                .usually(Resource.column("name") + ", id")
                .build();
    }

    /** The declaration. */
    public Resource resource() {
        return resource;
    }

    /** The plan with this number, for forms that refer to one; null when the organizer has none. */
    public @Nullable Document find(Owner owner, long id) {
        return documents.byId(resource.type(), Owner.of(owner.organizer()), id).orElse(null);
    }

    /** The layout of a plan. @throws IllegalStateException if the organizer has no such plan */
    SeatingLayout layout(OrganizerSlug organizer, long plan) {
        Document found = find(Owner.of(organizer), plan);
        if (found == null) {
            throw new IllegalStateException(organizer.value() + " has no seating plan " + plan);
        }
        return new SeatingLayout(JSON.valueToTree(found.object("layout")));
    }

    private void standStill(Change change) {
        Document before = change.before();
        if (before != null) {
            requireUnused(before, "This plan can not be changed while it is in use for an event.");
        }
    }

    private void requireUnused(Document plan, String otherwise) {
        boolean used = jdbc.sql("""
            SELECT EXISTS (SELECT FROM ops.resource
            WHERE kind IN ('event', 'subevent') AND NOT deleted AND organizer = :organizer
                AND document ->> 'seating_plan' = :plan)
            """)
                .params(Map.of("organizer", plan.owner().organizer().value(), "plan", Long.toString(plan.id())))
                .query(Boolean.class)
                .single();
        if (used) {
            throw ApiError.detail(403, otherwise).rejected();
        }
    }
}
