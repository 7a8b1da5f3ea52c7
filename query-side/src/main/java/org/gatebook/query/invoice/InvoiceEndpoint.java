package org.gatebook.query.invoice;

import static org.gatebook.web.auth.Permission.CAN_CHANGE_ORDERS;
import static org.gatebook.web.auth.Permission.CAN_VIEW_ORDERS;

import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Scope;
import org.gatebook.web.filter.Condition;
import org.gatebook.web.request.ApiRequest;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The invoices of an event. */
@RestController
@RequestMapping("/api/v1/organizers/{organizer}/events/{event}/invoices/")
@ApiResource(scope = Scope.EVENT, read = CAN_VIEW_ORDERS, write = CAN_CHANGE_ORDERS)
class InvoiceEndpoint extends InvoiceRoutes {

    InvoiceEndpoint(InvoiceRows invoices, InvoiceFiles files) {
        super(invoices, files);
    }

    @Override
    Condition within(ApiRequest request) {
        return Condition.of("i.event = :event", "event", request.event().value());
    }
}
