package org.gatebook.command.checkin.redeem;

import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Answers as clients send them: an object of question numbers; anything else answers nothing. */
final class SentAnswers {

    private SentAnswers() {}

    static Map<String, JsonNode> of(JsonNode sent) {
        Map<String, JsonNode> answers = new HashMap<>();
        if (sent.isObject()) {
            sent.properties().forEach(entry -> answers.put(entry.getKey(), entry.getValue()));
        }
        return answers;
    }
}
