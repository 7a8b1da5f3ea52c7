package org.gatebook.web.unit;

import org.gatebook.web.answer.Answer;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Scope;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Who is logged in with a browser session. The reference takes no other credentials here, and there are no sessions:
 * whoever asks is refused, with 403 because a session has no challenge (recording devices/profile-pretixscan).
 */
@RestController
@ApiResource(
        scope = Scope.OPEN,
        read = {},
        write = {})
class SessionUserEndpoint {

    @GetMapping("/api/v1/me")
    Answer me() {
        return Answer.detail(403, "Authentication credentials were not provided.");
    }
}
