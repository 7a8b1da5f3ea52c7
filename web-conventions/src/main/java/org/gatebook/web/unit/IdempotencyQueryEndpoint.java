package org.gatebook.web.unit;

import org.gatebook.web.answer.Answer;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Scope;
import org.gatebook.web.request.ApiRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What became of a key that this credential has sent (behaviour notes, orders 3). The request unit opens with the key
 * of the query and repeats a stored answer, or says that it is busy, before any handler runs: only a key that nobody
 * has used gets here.
 */
@RestController
@ApiResource(
        scope = Scope.OPEN,
        read = {},
        write = {})
class IdempotencyQueryEndpoint {

    static final String PATH = "/api/v1/idempotency_query";

    @GetMapping(PATH)
    Answer query(ApiRequest request) {
        String key = request.query().get("key");
        return Answer.detail(
                404, key == null || key.isEmpty() ? "No idempotency key given." : "Idempotency key not seen before.");
    }
}
