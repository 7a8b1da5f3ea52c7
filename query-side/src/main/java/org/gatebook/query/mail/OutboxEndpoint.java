package org.gatebook.query.mail;

import static org.gatebook.web.auth.Permission.CAN_CHANGE_ORDERS;
import static org.gatebook.web.auth.Permission.CAN_VIEW_ORDERS;
import static org.gatebook.web.filter.Filters.choice;
import static org.gatebook.web.filter.Filters.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Scope;
import org.gatebook.web.description.Lists;
import org.gatebook.web.description.Reads;
import org.gatebook.web.error.ApiError;
import org.gatebook.web.filter.ListDeclaration;
import org.gatebook.web.form.type.Lookups;
import org.gatebook.web.page.Page;
import org.gatebook.web.request.ApiRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The mails of an event, the newest first: what they say, to whom, and what became of them. Needs the right to see orders,
 * and to change orders to send one again that was given up.
 */
@RestController
@ApiResource(scope = Scope.EVENT, read = CAN_VIEW_ORDERS, write = CAN_CHANGE_ORDERS)
class OutboxEndpoint {

    private static final String OUTBOX = "/api/v1/organizers/{organizer}/events/{event}/outbox/";

    private static final ListDeclaration MAILS = ListDeclaration.of(
                    OutboxMail.COLUMNS + ", o.code", "ops.mail m join orders o on o.id = m.order_id", "m.id")
            .usually("m.id desc")
            .filteredBy(text("order", "o.code"), choice("state", "m.state", MailState.codes()));

    private final JdbcClient jdbc;
    private final MailComposer composer;
    private final Outbox outbox;

    OutboxEndpoint(JdbcClient jdbc, MailComposer composer, Outbox outbox) {
        this.jdbc = jdbc;
        this.composer = composer;
        this.outbox = outbox;
    }

    private record Found(OutboxMail mail, String order) {
        static Found of(ResultSet row, int number) throws SQLException {
            return new Found(OutboxMail.of(row, number), row.getString("code"));
        }
    }

    @Lists(OutboxEndpoint.class)
    @GetMapping(OUTBOX)
    Answer list(ApiRequest request) {
        Page<Found> page = MAILS.read(request.query(), Lookups.none())
                .within(
                        "m.organizer = :organizer",
                        "organizer",
                        request.organizer().value())
                .within("m.event = :event", "event", request.event().value())
                .page(jdbc, Found::of);
        return Answer.ok(page.with(shown(page.rows())).toJson(request.pageLinks()));
    }

    @GetMapping(OUTBOX + "{id}/")
    Answer show(ApiRequest request, @PathVariable("id") long id) {
        return Answer.ok(shown(require(request, id)));
    }

    /** Begins again with a mail that was given up. */
    @Reads(Reads.Nothing.class)
    @PostMapping(OUTBOX + "{id}/retry/")
    Answer retry(ApiRequest request, @PathVariable("id") long id) {
        require(request, id);
        return outbox.beginAgain(id)
                ? Answer.okLater(() -> shown(require(request, id)))
                : Answer.detail(400, "Only mails that were given up can be sent again.");
    }

    private Found require(ApiRequest request, long id) {
        return jdbc.sql("select " + OutboxMail.COLUMNS + """
            , o.code from ops.mail m join orders o on o.id = m.order_id
             where m.id = :id and m.organizer = :organizer and m.event = :event
            """)
                .param("id", id)
                .param("organizer", request.organizer().value())
                .param("event", request.event().value())
                .query(Found::of)
                .optional()
                .orElseThrow(() -> ApiError.notFound().rejected());
    }

    private Map<String, @Nullable Object> shown(Found found) {
        return shown(List.of(found)).getFirst();
    }

    private List<Map<String, @Nullable Object>> shown(List<Found> found) {
        List<@Nullable ComposedMail> composed =
                composer.compose(found.stream().map(Found::mail).toList());
        List<Map<String, @Nullable Object>> shown = new ArrayList<>();
        for (int index = 0; index < found.size(); index++) {
            shown.add(shown(found.get(index), composed.get(index)));
        }
        return shown;
    }

    /** What was erased, or cannot be said any more, is null. */
    private static Map<String, @Nullable Object> shown(Found found, @Nullable ComposedMail composed) {
        OutboxMail mail = found.mail();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", mail.id());
        json.put("order", found.order());
        json.put("position", mail.line());
        json.put("mail", mail.code());
        json.put("state", mail.state().code());
        json.put("to", composed == null ? null : composed.to());
        json.put("reply_to", composed == null ? null : composed.replyTo());
        json.put("subject", composed == null ? null : composed.subject());
        json.put("text", composed == null ? null : composed.text());
        json.put("locale", composed == null ? null : composed.language());
        json.put("created", mail.created());
        json.put("tries", mail.tries());
        json.put("due", mail.state() == MailState.WAITING ? mail.due() : null);
        json.put("settled", mail.settled());
        json.put("fault", mail.fault());
        return json;
    }
}
