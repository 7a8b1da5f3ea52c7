package org.gatebook.command.checkin.redeem;

import static org.gatebook.web.form.kind.Types.text;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatebook.api.offer.Question;
import org.gatebook.api.ticket.DoorQuery.Entrance;
import org.gatebook.api.ticket.DoorQuery.FindListedTicket;
import org.gatebook.api.ticket.DoorQuery.ListedTicket;
import org.gatebook.api.ticket.OrderStanding.Status;
import org.gatebook.api.ticket.Scan.Direction;
import org.gatebook.api.ticket.ScanReason;
import org.gatebook.catalogue.checkin.CheckinListPlaces.PlacedList;
import org.gatebook.catalogue.pretixdroid.Pairing;
import org.gatebook.catalogue.pretixdroid.Pairings;
import org.gatebook.catalogue.pretixdroid.PretixdroidConfigurations;
import org.gatebook.catalogue.pretixdroid.ShownQuestion;
import org.gatebook.command.checkin.redeem.Scanning.Outcome;
import org.gatebook.eventstore.AuditContext;
import org.gatebook.eventstore.Questions;
import org.gatebook.eventstore.TransactionalUnit;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Scope;
import org.gatebook.web.description.Reads;
import org.gatebook.web.error.ApiError;
import org.gatebook.web.form.Field;
import org.gatebook.web.form.Form;
import org.gatebook.web.form.python.PyMoment;
import org.gatebook.web.form.world.Languages;
import org.gatebook.web.request.ApiRequest;
import org.gatebook.web.request.RequestBody;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A scan by a device that is paired by a key (behaviour notes, pretixdroid 5.3): an entry at one list, always answered with
 * 200. What the app would send again for ever (unknown codes, products that are none of its business) leaves no trace, so
 * that its repetitions leave none either.
 */
@RestController
@ApiResource(
        scope = Scope.OPEN,
        read = {},
        write = {},
        door = true)
class PretixdroidRedeemEndpoint {

    private static final String ANSWER = "answer_";

    /** Describes the body; what an old app leaves out or misspells counts as nothing, so it is not read by the form. */
    static final Form FORM = Form.of(
            Field.optional("secret", text().orBlank()),
            Field.optional("force", text().orBlank()),
            Field.optional("ignore_unpaid", text().orBlank()),
            Field.optional("nonce", text().orBlank()),
            Field.optional("datetime", text().orBlank()),
            Field.optional("questions_supported", text().orBlank()));

    private final Pairings pairings;
    private final Scanning scanning;
    private final Questions questions;
    private final TransactionalUnit unit;

    PretixdroidRedeemEndpoint(Pairings pairings, Scanning scanning, Questions questions, TransactionalUnit unit) {
        this.pairings = pairings;
        this.scanning = scanning;
        this.questions = questions;
        this.unit = unit;
    }

    @Reads(PretixdroidRedeemEndpoint.class)
    @RequestMapping(
            path = {
                "/pretixdroid/api/{organizer}/{event}/redeem/",
                "/pretixdroid/api/{organizer}/{event}/{date}/redeem/"
            },
            method = {
                RequestMethod.GET,
                RequestMethod.POST,
                RequestMethod.PUT,
                RequestMethod.PATCH,
                RequestMethod.DELETE
            })
    Answer redeem(ApiRequest request, @PathVariable(name = "date", required = false) @Nullable Long date) {
        return pairings.admit(request, date, "POST", pairing -> redeem(request, pairing));
    }

    private Answer redeem(ApiRequest request, Pairing pairing) {
        unit.identify(unit.audit()
                .by(new AuditContext.Actor("pretixdroid", Long.toString(pairing.configuration()), pairing.app())));
        Map<String, String> sent = sent(request);
        String language = Languages.preferred(request.header("Accept-Language"));
        Optional<ListedTicket> found = questions.ask(new FindListedTicket(
                request.organizer(),
                new Entrance(
                        request.event(),
                        pairing.list().id(),
                        pairing.date() == null ? null : pairing.date().id(),
                        false),
                pairing.list().includePending(),
                sent.getOrDefault("secret", ""),
                language));
        return found.map(ticket -> scan(request, pairing, sent, ticket, language))
                .orElseGet(() -> answer("error", "unknown_ticket", null, null));
    }

    private Answer scan(
            ApiRequest request, Pairing pairing, Map<String, String> sent, ListedTicket found, String language) {
        boolean force = flag(sent, "force");
        Map<String, @Nullable Object> row = new LinkedHashMap<>(found.row());
        row.replace("redeemed", force || found.ticket().standing().status() == Status.PAID);
        if (!pairing.isFor(found.ticket().item())) {
            return answer("error", ScanReason.PRODUCT.code(), null, row);
        }
        Attempt attempt = new Attempt(
                List.of(new PlacedList(pairing.offer(), pairing.list())),
                found.ticket().secret(),
                null,
                false,
                false,
                RpcForm.BARCODE,
                Direction.ENTRY,
                moment(request, sent),
                force,
                flag(sent, "ignore_unpaid"),
                sent.getOrDefault("nonce", "").isEmpty() ? null : sent.get("nonce"),
                !sent.getOrDefault("questions_supported", "").isEmpty(),
                false,
                answers(sent));
        return switch (scanning.scan(request, attempt, found.ticket(), false)) {
            case Outcome.In in -> answer("ok", null, null, row);
            case Outcome.Out out ->
                out.reason() == ScanReason.INCOMPLETE
                        ? answer("incomplete", null, asked(out.asked().open(), language), row)
                        : answer("error", out.reason().told(false).code(), null, row);
        };
    }

    private static Answer answer(
            String status,
            @Nullable String reason,
            @Nullable List<?> asked,
            @Nullable Map<String, @Nullable Object> row) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("version", PretixdroidConfigurations.VERSION);
        keys.put("status", status);
        if (reason != null) {
            keys.put("reason", reason);
        }
        if (asked != null) {
            keys.put("questions", asked);
        }
        if (row != null) {
            keys.put("data", row);
        }
        return Answer.ok(keys);
    }

    private static List<Map<String, Object>> asked(List<Question> open, String language) {
        return open.stream()
                .sorted(Comparator.comparingInt(Question::position).thenComparingLong(Question::id))
                .map(question -> ShownQuestion.of(question, language))
                .toList();
    }

    private static Map<String, String> sent(ApiRequest request) {
        Map<String, String> sent = new HashMap<>();
        if (request.body() instanceof RequestBody.Form form) {
            form.fields().forEach((name, values) -> sent.put(name, values.getLast()));
        }
        return sent;
    }

    /** These two words and no other. */
    private static boolean flag(Map<String, String> sent, String name) {
        String word = sent.get(name);
        return "true".equals(word) || "True".equals(word);
    }

    /** Moments without a zone are those of UTC; the app sends them without seconds. */
    private static Instant moment(ApiRequest request, Map<String, String> sent) {
        String text = sent.getOrDefault("datetime", "");
        if (text.isEmpty()) {
            return request.now();
        }
        PyMoment.Moment moment = PyMoment.moment(text);
        if (moment == null) {
            throw ApiError.field("datetime", "Enter a valid date/time.").rejected();
        }
        LocalDateTime local = moment.local();
        Instant asIfUtc = local.toInstant(ZoneOffset.UTC);
        return moment.offset() == null ? asIfUtc : asIfUtc.minus(moment.offset());
    }

    private static Map<String, JsonNode> answers(Map<String, String> sent) {
        Map<String, JsonNode> answers = new HashMap<>();
        sent.forEach((name, value) -> {
            if (name.startsWith(ANSWER)) {
                answers.put(name.substring(ANSWER.length()), JsonNodeFactory.instance.stringNode(value));
            }
        });
        return answers;
    }
}
