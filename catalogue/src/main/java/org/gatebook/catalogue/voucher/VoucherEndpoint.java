package org.gatebook.catalogue.voucher;

import static org.gatebook.web.auth.Permission.CAN_CHANGE_VOUCHERS;
import static org.gatebook.web.auth.Permission.CAN_VIEW_VOUCHERS;

import java.util.Map;
import org.gatebook.catalogue.crud.Crud;
import org.gatebook.catalogue.crud.CrudEndpoint;
import org.gatebook.catalogue.crud.Resource;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Scope;
import org.gatebook.web.request.ApiRequest;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/organizers/{organizer}/events/{event}/vouchers/")
@ApiResource(scope = Scope.EVENT, read = CAN_VIEW_VOUCHERS, write = CAN_CHANGE_VOUCHERS)
record VoucherEndpoint(Crud crud, VoucherResource vouchers, VoucherBatch batch) implements CrudEndpoint.Full {

    @Override
    public Resource resource() {
        return vouchers.resource();
    }

    /** Many vouchers, all or none. */
    @PostMapping("batch_create/")
    public Answer createAll(ApiRequest request, @PathVariable Map<String, String> path) {
        return Answer.created(batch.create(owner(request, path), request));
    }
}
