package org.gatebook.catalogue.customer;

import static org.gatebook.web.auth.Permission.CAN_MANAGE_CUSTOMERS;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gatebook.api.personal.SubjectId;
import org.gatebook.catalogue.crud.Crud;
import org.gatebook.catalogue.crud.CrudEndpoint;
import org.gatebook.catalogue.crud.Resource;
import org.gatebook.catalogue.resource.Catalogue;
import org.gatebook.catalogue.resource.Document;
import org.gatebook.catalogue.resource.Owner;
import org.gatebook.eventstore.sealing.SubjectKeys;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Scope;
import org.gatebook.web.description.Reads;
import org.gatebook.web.form.ApiText;
import org.gatebook.web.request.ApiRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/organizers/{organizer}/customers/")
@ApiResource(scope = Scope.ORGANIZER, read = CAN_MANAGE_CUSTOMERS, write = CAN_MANAGE_CUSTOMERS)
record CustomerEndpoint(Crud crud, CustomerResource customers, Catalogue catalogue, SubjectKeys keys)
        implements CrudEndpoint.Listed, CrudEndpoint.Read, CrudEndpoint.Created, CrudEndpoint.Changed {

    @Override
    public Resource resource() {
        return customers.resource();
    }

    @DeleteMapping("{address}/")
    public Answer delete(ApiRequest request, @PathVariable String address) {
        crud.named(resource(), Owner.of(request.organizer()), address);
        return Answer.methodNotAllowed("Customers cannot be deleted.");
    }

    /** Forgets who the customer was; the key goes too, and with it every personal value in the log. */
    @Reads(Reads.Nothing.class)
    @PostMapping("{address}/anonymize/")
    public Answer anonymize(ApiRequest request, @PathVariable String address) {
        Document before = crud.named(resource(), Owner.of(request.organizer()), address);
        Map<String, @Nullable Object> nothing = new LinkedHashMap<>();
        nothing.put("external_identifier", null);
        nothing.put("email", null);
        nothing.put("phone", null);
        nothing.put("name_parts", Map.of());
        nothing.put("notes", null);
        nothing.put("password", null);
        nothing.put("is_active", false);
        nothing.put("is_verified", false);
        nothing.put("last_modified", ApiText.moment(request.now()));
        Document after = catalogue.change(before, nothing);
        keys.erase(SubjectId.of(after.type().kind(), after.id()));
        return Answer.ok(resource().show(after, request.links()));
    }
}
