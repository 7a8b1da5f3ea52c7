package org.gatebook.query.erasure;

import static org.gatebook.web.auth.Permission.CAN_CHANGE_ORGANIZER_SETTINGS;
import static org.gatebook.web.filter.Filters.choice;
import static org.gatebook.web.filter.Filters.text;

import java.util.Arrays;
import java.util.List;
import org.gatebook.api.erasure.ErasureQuery.ShowErasure;
import org.gatebook.api.erasure.SubjectKind;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Scope;
import org.gatebook.web.description.Answers;
import org.gatebook.web.description.Asks;
import org.gatebook.web.description.Lists;
import org.gatebook.web.filter.ListDeclaration;
import org.gatebook.web.form.type.Lookups;
import org.gatebook.web.page.Page;
import org.gatebook.web.request.ApiRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The erasures of an organizer, the newest first, each with its certificate. */
@RestController
@ApiResource(scope = Scope.ORGANIZER, read = CAN_CHANGE_ORGANIZER_SETTINGS, write = CAN_CHANGE_ORGANIZER_SETTINGS)
class ErasureEndpoint {

    private static final String ERASURES = "/api/v1/organizers/{organizer}/erasures/";

    private static final ListDeclaration LIST = ListDeclaration.of("id", "erasure", "id")
            .usually("id desc")
            .filteredBy(
                    choice(
                            "kind",
                            "kind",
                            Arrays.stream(SubjectKind.values())
                                    .map(SubjectKind::code)
                                    .toList()),
                    text("name", "name"),
                    text("event", "event"));

    private final JdbcClient jdbc;
    private final ErasureAnswers answers;

    ErasureEndpoint(JdbcClient jdbc, ErasureAnswers answers) {
        this.jdbc = jdbc;
        this.answers = answers;
    }

    @Lists(ErasureEndpoint.class)
    @Answers(status = 200, text = "A page of erasures, the newest first.")
    @GetMapping(ERASURES)
    Answer list(ApiRequest request) {
        Page<Long> page = LIST.read(request.query(), Lookups.none())
                .within(
                        "organizer = :organizer",
                        "organizer",
                        request.organizer().value())
                .page(jdbc, (row, number) -> row.getLong("id"));
        List<Object> shown = page.rows().stream()
                .map(erasure -> answers.show(new ShowErasure(request.organizer(), erasure))
                        .orElseThrow())
                .toList();
        return Answer.ok(page.with(shown).toJson(request.pageLinks()));
    }

    @Asks(name = "erasure", text = "The number of the erasure.")
    @Answers(status = 200, text = "The erasure.")
    @GetMapping(ERASURES + "{erasure}/")
    Answer show(ApiRequest request, @PathVariable("erasure") long erasure) {
        return answers.show(new ShowErasure(request.organizer(), erasure))
                .map(Answer::ok)
                .orElseGet(Answer::notFound);
    }
}
