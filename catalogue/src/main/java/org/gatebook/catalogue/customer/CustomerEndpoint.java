package org.gatebook.catalogue.customer;

import static org.gatebook.web.auth.Permission.CAN_MANAGE_CUSTOMERS;

import org.gatebook.api.erasure.ErasureReason;
import org.gatebook.catalogue.crud.Crud;
import org.gatebook.catalogue.crud.CrudEndpoint;
import org.gatebook.catalogue.crud.Resource;
import org.gatebook.catalogue.resource.Document;
import org.gatebook.catalogue.resource.Owner;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Scope;
import org.gatebook.web.description.Reads;
import org.gatebook.web.request.ApiRequest;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/organizers/{organizer}/customers/")
@ApiResource(scope = Scope.ORGANIZER, read = CAN_MANAGE_CUSTOMERS, write = CAN_MANAGE_CUSTOMERS)
record CustomerEndpoint(Crud crud, CustomerResource customers, CustomerErasure erasure)
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
        Document after = erasure.anonymize(
                request.organizer(),
                before,
                new CustomerErasure.Why(request.clientId(), ErasureReason.REQUEST, null, request.now()));
        return Answer.ok(resource().show(after, request.links()));
    }
}
