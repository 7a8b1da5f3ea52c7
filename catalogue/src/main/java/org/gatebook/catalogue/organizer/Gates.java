package org.gatebook.catalogue.organizer;

import static org.gatebook.web.form.kind.Types.text;

import org.gatebook.catalogue.crud.Resource;
import org.gatebook.catalogue.resource.KeptBy;
import org.gatebook.catalogue.resource.ResourceType;
import org.gatebook.catalogue.resource.Sensitivity;
import org.gatebook.web.form.Field;

/** Gates: entrances that devices stand at. */
public final class Gates {

    static final Field<String> NAME = Field.required("name", text().upTo(190));
    static final Field<String> IDENTIFIER = Field.optional("identifier", text().upTo(190));

    /** A gate. */
    public static final Resource GATE = Resource.declare("gate", KeptBy.ORGANIZER)
            .id()
            .field(Sensitivity.PLAIN, NAME)
            .field(Sensitivity.PLAIN, IDENTIFIER)
            .before(change -> change.fill("identifier", "gate-" + change.id()))
            .build();

    private Gates() {}

    /** What the engine stores of a gate. */
    public static ResourceType type() {
        return GATE.type();
    }
}
