package org.gatebook.catalogue.organizer;

import static org.gatebook.web.form.kind.Types.text;

import org.gatebook.catalogue.crud.Resource;
import org.gatebook.catalogue.resource.KeptBy;
import org.gatebook.catalogue.resource.Sensitivity;
import org.gatebook.web.form.Field;

/** Organizers: made by provisioning, read through the API. */
public final class Organizers {

    static final Field<String> NAME = Field.required("name", text().upTo(190));

    /** An organizer, found by its slug; it belongs to itself. */
    public static final Resource ORGANIZER = Resource.declare("organizer", KeptBy.ORGANIZER)
            .addressedByKey()
            .field(Sensitivity.PLAIN, NAME)
            .made(Sensitivity.PLAIN, "slug")
            .orderedBy("slug")
            .orderedBy("name")
            .usually(Resource.column("slug") + ", id")
            .shown("public_url", (organizer, links) -> links.to("/" + organizer.text("slug") + "/"))
            .build();

    private Organizers() {}
}
