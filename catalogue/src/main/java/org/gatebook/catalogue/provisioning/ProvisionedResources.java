package org.gatebook.catalogue.provisioning;

import java.time.Instant;
import org.gatebook.catalogue.crud.Resource;
import org.gatebook.catalogue.crud.ResourceWriter;
import org.gatebook.catalogue.resource.Document;
import org.gatebook.catalogue.resource.Owner;
import org.gatebook.eventstore.ClientIds;
import org.gatebook.web.form.type.Mode;
import org.gatebook.web.request.RequestBody;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Declared resources, written as if a client had sent them. */
@Component
final class ProvisionedResources {

    private final ResourceWriter writer;
    private final ClientIds ids;

    ProvisionedResources(ResourceWriter writer, ClientIds ids) {
        this.writer = writer;
        this.ids = ids;
    }

    Document create(Resource resource, Owner owner, JsonNode body, Instant now) {
        return writer.create(resource, owner, new RequestBody.Json(body), ids.next(), now)
                .document();
    }

    Document change(Resource resource, Document present, JsonNode body, Instant now) {
        return writer.change(resource, present, Mode.CHANGE, new RequestBody.Json(body), now)
                .document();
    }
}
