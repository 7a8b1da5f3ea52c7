package org.gatebook.catalogue;

import org.gatebook.web.answer.Answer;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Scope;
import org.gatebook.web.request.ApiRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which API this is; the address has no final slash. */
@RestController
@ApiResource(
        scope = Scope.CREDENTIAL,
        read = {},
        write = {})
record VersionEndpoint(ServedVersion version) {

    @GetMapping("/api/v1/version")
    Answer version(ApiRequest request) {
        return Answer.ok(version.withOurs());
    }
}
