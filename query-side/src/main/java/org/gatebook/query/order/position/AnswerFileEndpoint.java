package org.gatebook.query.order.position;

import static org.gatebook.web.auth.Permission.CAN_CHANGE_ORDERS;
import static org.gatebook.web.auth.Permission.CAN_VIEW_ORDERS;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatebook.api.order.Attendee;
import org.gatebook.catalogue.upload.UploadedFiles;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.answer.ApiJson;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Scope;
import org.gatebook.web.request.ApiRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.type.TypeReference;

/** The file that somebody answered a question with (behaviour notes, orders 4.7 and 7.11). */
@RestController
@ApiResource(scope = Scope.EVENT, read = CAN_VIEW_ORDERS, write = CAN_CHANGE_ORDERS)
class AnswerFileEndpoint {

    private static final TypeReference<List<Attendee.Answer>> ANSWERS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final UploadedFiles files;

    AnswerFileEndpoint(JdbcClient jdbc, UploadedFiles files) {
        this.jdbc = jdbc;
        this.files = files;
    }

    @GetMapping("/api/v1/organizers/{organizer}/events/{event}/orderpositions/{id}/answer/{question}/")
    Answer file(ApiRequest request, @PathVariable("id") long position, @PathVariable long question) {
        return answers(request, position).stream()
                .filter(answer -> answer.question() == question)
                .findFirst()
                .flatMap(answer -> Optional.ofNullable(answer.file()))
                .flatMap(file -> files.content(UUID.fromString(file)))
                .map(file -> Answer.of(200, file))
                .orElseGet(Answer::notFound);
    }

    private List<Attendee.Answer> answers(ApiRequest request, long position) {
        return jdbc.sql("""
            SELECT l.answers FROM order_line l JOIN orders o ON o.id = l.order_id AND NOT o.deleted
            WHERE l.id = :position AND l.organizer = :organizer AND l.event = :event AND l.answers IS NOT NULL
                AND NOT l.moved_on
            """)
                .param("position", position)
                .param("organizer", request.organizer().value())
                .param("event", request.event().value())
                .query(String.class)
                .optional()
                .map(json -> ApiJson.mapper().readValue(json, ANSWERS))
                .orElse(List.of());
    }
}
