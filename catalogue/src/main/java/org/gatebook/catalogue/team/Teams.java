package org.gatebook.catalogue.team;

import static org.gatebook.catalogue.resource.Sensitivity.PLAIN;
import static org.gatebook.web.form.kind.Types.flag;
import static org.gatebook.web.form.kind.Types.text;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.gatebook.catalogue.crud.Change;
import org.gatebook.catalogue.crud.Declaration;
import org.gatebook.catalogue.crud.Resource;
import org.gatebook.catalogue.event.Events;
import org.gatebook.catalogue.resource.Catalogue;
import org.gatebook.catalogue.resource.Document;
import org.gatebook.catalogue.resource.Documents;
import org.gatebook.catalogue.resource.KeptBy;
import org.gatebook.catalogue.resource.Owner;
import org.gatebook.catalogue.resource.ResourceSelection;
import org.gatebook.catalogue.resource.ResourceType;
import org.gatebook.web.auth.Permission;
import org.gatebook.web.form.Field;
import org.springframework.stereotype.Component;

/** Teams: what they may do, each permission a flag of its own, and where. */
@Component
public final class Teams {

    static final Field<String> NAME = Field.required("name", text().upTo(190));
    static final Field<Boolean> TWO_FACTORS =
            Field.optional("require_2fa", flag()).orElse(false);
    static final Field<Boolean> ALL_EVENTS =
            Field.optional("all_events", flag()).orElse(false);
    static final Field<List<String>> LIMIT_EVENTS = Field.required("limit_events", Events.someEvents());

    private final Documents documents;
    private final Catalogue catalogue;
    private final Resource resource;

    public Teams(Documents documents, Catalogue catalogue, Events events) {
        this.documents = documents;
        this.catalogue = catalogue;
        Declaration declaration = Resource.declare("team", KeptBy.DIRECTORY)
                .id()
                .field(PLAIN, NAME)
                .field(PLAIN, TWO_FACTORS)
                .field(PLAIN, ALL_EVENTS)
                .field(PLAIN, LIMIT_EVENTS);
        for (Permission permission : Permission.values()) {
            declaration.field(PLAIN, Field.optional(permission.word(), flag()).orElse(false));
        }
        this.resource = declaration
                .refers(Events.EVENT, events::named)
                .before(Teams::oneReach)
                .beforeDelete(this::deleteTokens)
                .build();
    }

    /** The declaration. */
    public Resource resource() {
        return resource;
    }

    /** What the engine stores of a team. */
    public ResourceType type() {
        return resource.type();
    }

    /** What a team may do. */
    public static Set<Permission> permissions(Document team) {
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        for (Permission permission : Permission.values()) {
            if (team.flag(permission.word())) {
                permissions.add(permission);
            }
        }
        return permissions;
    }

    private static void oneReach(Change change) {
        boolean some = change.get("limit_events") instanceof List<?> events && !events.isEmpty();
        if (some && Boolean.TRUE.equals(change.get("all_events"))) {
            throw change.refused("non_field_errors", "Do not set both limit_events and all_events.");
        }
    }

    /** A token without its team would be nobody's. */
    private void deleteTokens(Document team) {
        documents
                .list(TeamTokens.RESOURCE.type(), ResourceSelection.of(Owner.partOf(team)))
                .forEach(catalogue::delete);
    }
}
