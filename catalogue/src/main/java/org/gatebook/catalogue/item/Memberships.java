package org.gatebook.catalogue.item;

import static org.gatebook.web.form.reference.References.id;
import static org.gatebook.web.form.reference.References.ids;

import java.util.List;
import org.gatebook.catalogue.crud.Declaration;
import org.gatebook.catalogue.crud.Fields;
import org.gatebook.catalogue.resource.Document;
import org.gatebook.web.form.Field;
import org.gatebook.web.form.type.Relation;

/**
 * Fields about memberships. There are no types of membership here (the decisions leave them out), so none can be referred
 * to; products show the fields all the same, because clients read them.
 */
final class Memberships {

    static final String REQUIRED = "require_membership_types";

    private static final Relation<Long, Document> TYPE = Relation.byId("membership type");

    private Memberships() {}

    static Field<List<Document>> required() {
        return Field.optional(REQUIRED, ids(TYPE));
    }

    static Field<Document> granted() {
        return Field.optional("grant_membership_type", id(TYPE)).nullable();
    }

    static Field<Long> duration(String unit) {
        return Field.optional("grant_membership_duration_" + unit, Fields.whole())
                .orElse(0L);
    }

    static Declaration declare(Declaration declaration) {
        return declaration.refers(TYPE, (owner, id) -> null);
    }
}
