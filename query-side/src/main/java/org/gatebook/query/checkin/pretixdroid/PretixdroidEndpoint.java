package org.gatebook.query.checkin.pretixdroid;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.gatebook.api.offer.Question;
import org.gatebook.catalogue.pretixdroid.Pairing;
import org.gatebook.catalogue.pretixdroid.Pairings;
import org.gatebook.catalogue.pretixdroid.PretixdroidConfigurations;
import org.gatebook.catalogue.pretixdroid.ShownQuestion;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Scope;
import org.gatebook.web.description.Reads;
import org.gatebook.web.form.world.Languages;
import org.gatebook.web.request.ApiRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/** What devices that are paired by a key ask for: one ticket, all tickets, how many came (behaviour notes, pretixdroid 5). */
@RestController
@ApiResource(
        scope = Scope.OPEN,
        read = {},
        write = {},
        door = true)
class PretixdroidEndpoint {

    private static final int SHORTEST_SEARCH = 4;
    private static final String EVENT = "/pretixdroid/api/{organizer}/{event}/";

    private final Pairings pairings;
    private final ListedTickets tickets;
    private final Downloads downloads;
    private final PretixdroidStatus status;

    PretixdroidEndpoint(Pairings pairings, ListedTickets tickets, Downloads downloads, PretixdroidStatus status) {
        this.pairings = pairings;
        this.tickets = tickets;
        this.downloads = downloads;
        this.status = status;
    }

    @Reads(Reads.Nothing.class)
    @RequestMapping(
            path = {EVENT + "search/", EVENT + "{date}/search/"},
            method = {
                RequestMethod.GET,
                RequestMethod.POST,
                RequestMethod.PUT,
                RequestMethod.PATCH,
                RequestMethod.DELETE
            })
    Answer search(ApiRequest request, @PathVariable(name = "date", required = false) @Nullable Long date) {
        return answer(request, date, pairing -> {
            String text = request.query().get("query");
            if (text == null || text.codePointCount(0, text.length()) < SHORTEST_SEARCH) {
                return Map.of("results", List.of());
            }
            return Map.of("results", tickets.search(pairing, text, language(request)));
        });
    }

    @Reads(Reads.Nothing.class)
    @RequestMapping(
            path = {EVENT + "download/", EVENT + "{date}/download/"},
            method = {
                RequestMethod.GET,
                RequestMethod.POST,
                RequestMethod.PUT,
                RequestMethod.PATCH,
                RequestMethod.DELETE
            })
    Answer download(ApiRequest request, @PathVariable(name = "date", required = false) @Nullable Long date) {
        return answer(request, date, pairing -> {
            Map<String, Object> keys = new LinkedHashMap<>();
            keys.put("results", downloads.of(pairing, language(request)));
            keys.put("questions", questions(pairing, language(request)));
            return keys;
        });
    }

    @Reads(Reads.Nothing.class)
    @RequestMapping(
            path = {EVENT + "status/", EVENT + "{date}/status/"},
            method = {
                RequestMethod.GET,
                RequestMethod.POST,
                RequestMethod.PUT,
                RequestMethod.PATCH,
                RequestMethod.DELETE
            })
    Answer status(ApiRequest request, @PathVariable(name = "date", required = false) @Nullable Long date) {
        return answer(request, date, pairing -> status.of(pairing, request.links(), language(request)));
    }

    private Answer answer(ApiRequest request, @Nullable Long date, Function<Pairing, Map<String, Object>> service) {
        return pairings.admit(request, date, "GET", pairing -> {
            Map<String, Object> keys = new LinkedHashMap<>();
            keys.put("version", PretixdroidConfigurations.VERSION);
            keys.putAll(service.apply(pairing));
            return Answer.ok(keys);
        });
    }

    /** All that are asked at doors, whatever the device is for. */
    private static List<Map<String, Object>> questions(Pairing pairing, String language) {
        return pairing.offer().questions().values().stream()
                .filter(Question::askDuringCheckin)
                .sorted(Comparator.comparingInt(Question::position).thenComparingLong(Question::id))
                .map(question -> {
                    Map<String, Object> shown = ShownQuestion.of(question, language);
                    shown.put("items", List.copyOf(new TreeSet<>(question.items())));
                    return shown;
                })
                .toList();
    }

    private static String language(ApiRequest request) {
        return Languages.preferred(request.header("Accept-Language"));
    }
}
