package org.gatebook.catalogue.device;

import org.gatebook.web.answer.Answer;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Scope;
import org.gatebook.web.description.Reads;
import org.gatebook.web.request.ApiRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The only address that a device calls without a token of its own. */
@RestController
@ApiResource(
        scope = Scope.OPEN,
        read = {},
        write = {},
        door = true)
record PairingEndpoint(DeviceSession session) {

    @Reads(value = SoftwareForm.class, constant = "INITIALIZE")
    @PostMapping("/api/v1/device/initialize")
    Answer initialize(ApiRequest request) {
        return Answer.ok(session.initialize(request));
    }
}
