package org.gatebook.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.gatebook.server.settings.SettingsTable.Log;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(OutputCaptureExtension.class)
class LogsTest {

    @AfterEach
    void plain_again() {
        Logs.begin(Log.PLAIN, LogLevel.WARN);
    }

    @Test
    void a_line_is_one_json_object_with_the_request_it_belongs_to(CapturedOutput output) {
        Logs.begin(Log.JSON, LogLevel.INFO);
        MDC.put("request", "r-17");
        try {
            LoggerFactory.getLogger("org.gatebook.access")
                    .atInfo()
                    .addKeyValue("status", 200)
                    .log("a request");
        } finally {
            MDC.remove("request");
        }
        String line = output.getOut()
                .lines()
                .filter(text -> text.contains("a request"))
                .findFirst()
                .orElseThrow();
        JsonNode json = new JsonMapper().readTree(line);
        assertThat(json.get("message").asString()).isEqualTo("a request");
        assertThat(json.get("request").asString()).isEqualTo("r-17");
        assertThat(json.get("status").asInt()).isEqualTo(200);
        assertThat(json.at("/log/level").asString()).isEqualTo("INFO");
        assertThat(json.at("/service/name").asString()).isEqualTo("gatebook");
    }

    @Test
    void a_plain_line_is_for_people(CapturedOutput output) {
        Logs.begin(Log.PLAIN, LogLevel.INFO);
        LoggerFactory.getLogger("org.gatebook.test").info("hello");
        assertThat(output.getOut()).containsPattern("INFO +org.gatebook.test +hello");
    }
}
