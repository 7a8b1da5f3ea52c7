package org.gatebook.query.feed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gatebook.api.ticket.TicketEvent;
import org.gatebook.api.ticket.TicketId;
import org.gatebook.eventstore.EventReader;
import org.gatebook.eventstore.RecordedEvent;
import org.gatebook.query.feed.SecretFact.Blocked;
import org.gatebook.query.feed.SecretFact.Revoked;
import org.gatebook.query.feed.SecretFact.Unblocked;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Compares what was published about secrets with the events, since it is never rebuilt; and holds the feeds to what
 * devices rely on: numbers without holes, and moments in the order of the numbers. A difference counts when a second look
 * finds it too: on a server at work a fact may be published between the two readings.
 */
@Component
public final class SecretFeedCheck {

    private static final int BATCH = 1000;

    private final EventReader events;
    private final JdbcClient jdbc;

    public SecretFeedCheck(EventReader events, JdbcClient jdbc) {
        this.events = events;
        this.jdbc = jdbc;
    }

    /** What differs, one line each, without any secret; empty when all is well. */
    public List<String> differences() {
        List<String> differences = new ArrayList<>(look());
        if (!differences.isEmpty()) {
            differences.retainAll(look());
        }
        return differences;
    }

    private List<String> look() {
        List<String> differences = new ArrayList<>();
        Expected expected = expected();
        new TreeMap<>(expected.revoked)
                .forEach((event, secrets) -> compare(event + " revoked", secrets, revoked(event), differences));
        new TreeMap<>(expected.blocked)
                .forEach((event, secrets) -> compare(event + " blocked", lines(secrets), blocked(event), differences));
        strangers(expected, differences);
        disorder(differences);
        return differences;
    }

    /** What the events say, by organizer and event. */
    private record Expected(Map<String, Set<String>> revoked, Map<String, Map<String, Boolean>> blocked) {}

    private Expected expected() {
        Expected expected = new Expected(new HashMap<>(), new HashMap<>());
        Map<String, SecretStory> current = new HashMap<>();
        events.streamByAggregate(TicketId.KIND, events.horizon(), BATCH, batch -> {
            for (RecordedEvent event : batch) {
                // Streams come one after the other, so only the one at hand is kept.
                if (!current.containsKey(event.aggregateId())) {
                    current.clear();
                    current.put(event.aggregateId(), new SecretStory());
                }
                SecretStory story = current.get(event.aggregateId());
                if (story != null) {
                    story.tell((TicketEvent) event.payload()).forEach(fact -> note(expected, event, fact));
                }
            }
        });
        return expected;
    }

    private static void note(Expected expected, RecordedEvent event, SecretFact fact) {
        String place = event.metadata().organizer().value() + "/"
                + SecretFeeds.event(event).value();
        switch (fact) {
            case Revoked revoked ->
                expected.revoked.computeIfAbsent(place, p -> new HashSet<>()).add(revoked.secret());
            case Blocked blocked ->
                expected.blocked.computeIfAbsent(place, p -> new HashMap<>()).put(blocked.secret(), true);
            case Unblocked unblocked ->
                expected.blocked.computeIfAbsent(place, p -> new HashMap<>()).put(unblocked.secret(), false);
        }
    }

    private static Set<String> lines(Map<String, Boolean> secrets) {
        Set<String> lines = new HashSet<>();
        secrets.forEach((secret, isBlocked) -> lines.add(secret + " " + isBlocked));
        return lines;
    }

    private Set<String> revoked(String place) {
        return rows(
                "select secret from ops.revoked_secret where secret <> '' and organizer || '/' || event = :place",
                place);
    }

    private Set<String> blocked(String place) {
        return rows(
                "select secret || ' ' || blocked from ops.blocked_secret where organizer || '/' || event = :place",
                place);
    }

    private Set<String> rows(String sql, String place) {
        return new HashSet<>(
                jdbc.sql(sql).param("place", place).query(String.class).list());
    }

    private static void compare(String where, Set<String> told, Set<String> published, List<String> differences) {
        long missing = told.stream().filter(line -> !published.contains(line)).count();
        long invented = published.stream().filter(line -> !told.contains(line)).count();
        if (missing + invented > 0) {
            differences.add(where + ": " + missing + " facts of the events are not published, " + invented
                    + " published ones are in no event");
        }
    }

    private void strangers(Expected expected, List<String> differences) {
        Set<String> places = new TreeSet<>(jdbc.sql("""
            select distinct organizer || '/' || event || ' revoked' from ops.revoked_secret where secret <> ''
            union
            select distinct organizer || '/' || event || ' blocked' from ops.blocked_secret
            """).query(String.class).list());
        expected.revoked.keySet().forEach(place -> places.remove(place + " revoked"));
        expected.blocked.keySet().forEach(place -> places.remove(place + " blocked"));
        places.forEach(place -> differences.add(place + ": is published, and no event says anything of it"));
    }

    private void disorder(List<String> differences) {
        differences.addAll(jdbc.sql("""
            select f.organizer || '/' || f.event || ' revoked: numbers have holes'
              from ops.secret_feed f
             where f.feed = 'revoked'
               and f.last <> (select count(*) from ops.revoked_secret r
                               where r.organizer = f.organizer and r.event = f.event)
            union all
            select organizer || '/' || event || ' revoked: moments are not in the order of the numbers'
              from (select organizer, event,
                           created <= lag(created) over (
                               partition by organizer, event order by number) as late
                      from ops.revoked_secret) r
             where late
             group by organizer, event
            union all
            select organizer || '/' || event || ' blocked: moments are not in the order of the numbers'
              from (select organizer, event,
                           updated <= lag(updated) over (
                               partition by organizer, event order by number) as late
                      from ops.blocked_secret) b
             where late
             group by organizer, event
            """).query(String.class).list());
    }
}
