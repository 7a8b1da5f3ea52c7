package org.gatebook.query.invoice;

import static org.gatebook.web.auth.Permission.CAN_CHANGE_ORDERS;
import static org.gatebook.web.auth.Permission.CAN_VIEW_ORDERS;

import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Scope;
import org.gatebook.web.filter.Condition;
import org.gatebook.web.filter.ReachedEvents;
import org.gatebook.web.request.ApiRequest;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The invoices of the events that the client may see (recording orderstate/invoice-organizer-level). */
@RestController
@RequestMapping("/api/v1/organizers/{organizer}/invoices/")
@ApiResource(scope = Scope.ORGANIZER, read = CAN_VIEW_ORDERS, write = CAN_CHANGE_ORDERS)
class OrganizerInvoiceEndpoint extends InvoiceRoutes {

    OrganizerInvoiceEndpoint(InvoiceRows invoices, InvoiceFiles files) {
        super(invoices, files);
    }

    @Override
    Condition within(ApiRequest request) {
        return ReachedEvents.of(request.credential(), "i.event");
    }
}
