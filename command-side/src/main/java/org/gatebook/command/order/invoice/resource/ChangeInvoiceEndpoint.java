package org.gatebook.command.order.invoice.resource;

import static org.gatebook.web.auth.Permission.CAN_CHANGE_ORDERS;
import static org.gatebook.web.auth.Permission.CAN_VIEW_ORDERS;

import org.gatebook.api.EventSlug;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Scope;
import org.gatebook.web.request.ApiRequest;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Changes invoices of an event. */
@RestController
@RequestMapping("/api/v1/organizers/{organizer}/events/{event}/invoices/")
@ApiResource(scope = Scope.EVENT, read = CAN_VIEW_ORDERS, write = CAN_CHANGE_ORDERS)
class ChangeInvoiceEndpoint extends InvoiceChangeRoutes {

    ChangeInvoiceEndpoint(InvoiceResource invoices) {
        super(invoices);
    }

    @Override
    EventSlug event(ApiRequest request) {
        return request.event();
    }
}
