package org.gatebook.catalogue.question;

import static org.gatebook.web.form.kind.Types.text;

import java.util.Map;
import org.gatebook.catalogue.RandomText;
import org.gatebook.catalogue.resource.Documents;
import org.gatebook.catalogue.resource.Owner;
import org.gatebook.catalogue.resource.ResourceSelection;
import org.gatebook.catalogue.resource.ResourceType;
import org.gatebook.web.form.Field;
import org.springframework.stereotype.Component;

/** Names by which spreadsheets and apps know questions and their options; made here when a client sends null. */
@Component
final class Identifiers {

    static final Field<String> IDENTIFIER =
            Field.required("identifier", text().upTo(190)).nullable();

    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ3789";
    private static final int LENGTH = 8;

    private final Documents documents;

    Identifiers(Documents documents) {
        this.documents = documents;
    }

    /** Whether another resource of this kind in the event has the identifier. */
    boolean isTaken(ResourceType type, Owner owner, String identifier, long self) {
        return has(type, owner, "document ->> 'identifier' = :identifier", identifier, self);
    }

    /** The same, whatever the case of its letters. */
    boolean isTakenInAnyCase(ResourceType type, Owner owner, String identifier, long self) {
        return has(type, owner, "upper(document ->> 'identifier') = upper(:identifier)", identifier, self);
    }

    /** One that nothing of this kind in the event has. */
    String fresh(ResourceType type, Owner owner) {
        String identifier;
        do {
            identifier = RandomText.of(ALPHABET, LENGTH);
        } while (isTaken(type, owner, identifier, 0));
        return identifier;
    }

    private boolean has(ResourceType type, Owner owner, String same, String identifier, long self) {
        ResourceSelection others = ResourceSelection.ofEvent(owner)
                .and(same + " AND id <> :self", Map.of("identifier", identifier, "self", self));
        return documents.count(type, others) > 0;
    }
}
