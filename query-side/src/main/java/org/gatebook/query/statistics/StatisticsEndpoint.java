package org.gatebook.query.statistics;

import static org.gatebook.web.auth.Permission.CAN_CHANGE_ORGANIZER_SETTINGS;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatebook.api.giftcard.CardAmount;
import org.gatebook.eventstore.streaming.StreamingProgress;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Scope;
import org.gatebook.web.request.ApiRequest;
import org.gatebook.web.request.Follows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What the history of an organizer adds up to, by day (UTC), newest day first. {@code since} and {@code until} are days,
 * both included; without them the last 31 days. {@code position} says up to which event everything is counted.
 */
@RestController
@ApiResource(scope = Scope.ORGANIZER, read = CAN_CHANGE_ORGANIZER_SETTINGS, write = CAN_CHANGE_ORGANIZER_SETTINGS)
class StatisticsEndpoint {

    private static final int USUAL_DAYS = 31;

    private final JdbcClient jdbc;
    private final StreamingProgress progress;
    private final Statistics statistics;

    StatisticsEndpoint(JdbcClient jdbc, StreamingProgress progress, Statistics statistics) {
        this.jdbc = jdbc;
        this.progress = progress;
        this.statistics = statistics;
    }

    @Follows("statistics")
    @GetMapping("/api/v1/organizers/{organizer}/history/statistics/")
    Answer show(ApiRequest request) {
        Map<String, List<String>> faults = new LinkedHashMap<>();
        LocalDate until = day(request, "until", EventStatistics.day(request.now()), faults);
        LocalDate since = day(request, "since", until.minusDays(USUAL_DAYS - 1L), faults);
        if (!faults.isEmpty()) {
            return Answer.json(400, faults);
        }
        // Read before the sums: they may hold more than it promises, never less.
        long position = progress.of(statistics.name()).position();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("position", position);
        answer.put("since", since.toString());
        answer.put("until", until.toString());
        answer.put("events", events(request, since, until));
        answer.put("gift_cards", giftCards(request, since, until));
        return Answer.ok(answer);
    }

    private static LocalDate day(ApiRequest request, String name, LocalDate usual, Map<String, List<String>> faults) {
        @Nullable String text = request.query().get(name);
        if (text == null || text.isEmpty()) {
            return usual;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            faults.put(name, List.of("Enter a valid date."));
            return usual;
        }
    }

    private List<Map<String, Object>> events(ApiRequest request, LocalDate since, LocalDate until) {
        return jdbc.sql("""
            select day, name, count from ops.event_statistics
             where organizer = :organizer and day between :since and :until order by day desc, name
            """)
                .param("organizer", request.organizer().value())
                .param("since", since)
                .param("until", until)
                .query((row, number) -> {
                    Map<String, Object> line = new LinkedHashMap<>();
                    line.put("day", row.getString(1));
                    line.put("name", row.getString(2));
                    line.put("count", row.getLong(3));
                    return line;
                })
                .list();
    }

    private List<Map<String, Object>> giftCards(ApiRequest request, LocalDate since, LocalDate until) {
        return jdbc.sql("""
            select day, currency, issued, loaded, spent from ops.gift_card_statistics
             where organizer = :organizer and day between :since and :until order by day desc, currency
            """)
                .param("organizer", request.organizer().value())
                .param("since", since)
                .param("until", until)
                .query((row, number) -> {
                    Map<String, Object> line = new LinkedHashMap<>();
                    line.put("day", row.getString(1));
                    line.put("currency", row.getString(2));
                    line.put("issued", new CardAmount(row.getBigDecimal(3)));
                    line.put("loaded", new CardAmount(row.getBigDecimal(4)));
                    line.put("spent", new CardAmount(row.getBigDecimal(5)));
                    return line;
                })
                .list();
    }
}
