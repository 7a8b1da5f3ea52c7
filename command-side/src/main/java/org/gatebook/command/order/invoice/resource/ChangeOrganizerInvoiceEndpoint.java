package org.gatebook.command.order.invoice.resource;

import static org.gatebook.web.auth.Permission.CAN_CHANGE_ORDERS;
import static org.gatebook.web.auth.Permission.CAN_VIEW_ORDERS;

import org.gatebook.api.EventSlug;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Scope;
import org.gatebook.web.request.ApiRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Changes invoices without naming their event. */
@RestController
@RequestMapping("/api/v1/organizers/{organizer}/invoices/")
@ApiResource(scope = Scope.ORGANIZER, read = CAN_VIEW_ORDERS, write = CAN_CHANGE_ORDERS)
class ChangeOrganizerInvoiceEndpoint extends InvoiceChangeRoutes {

    ChangeOrganizerInvoiceEndpoint(InvoiceResource invoices) {
        super(invoices);
    }

    @Override
    @Nullable
    EventSlug event(ApiRequest request) {
        return null;
    }
}
