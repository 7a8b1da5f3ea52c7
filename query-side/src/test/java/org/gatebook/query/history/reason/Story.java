package org.gatebook.query.history.reason;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.event.DomainEvent;
import org.gatebook.eventstore.AuditMetadata;
import org.gatebook.eventstore.RecordedEvent;

/** Recorded events in the making: each call of {@link #then} is a command of its own in the present action. */
final class Story {

    static final Instant BEGIN = Instant.parse("2030-05-05T12:00:00Z");

    private final List<RecordedEvent> events = new ArrayList<>();
    private String kind = "team_token";
    private String actor = "Office";
    private String action = "action-0";

    /** From now on by another actor, in another action. */
    Story by(String newKind, String newActor) {
        kind = newKind;
        actor = newActor;
        return newAction();
    }

    Story newAction() {
        action = "action-" + events.size();
        return this;
    }

    /** One command's events of one stream. */
    Story then(String stream, DomainEvent... facts) {
        String command = UUID.randomUUID().toString();
        for (DomainEvent fact : facts) {
            long position = events.size() + 1;
            events.add(new RecordedEvent(
                    position,
                    BEGIN.plusSeconds(position),
                    UUID.randomUUID().toString(),
                    stream.substring(0, stream.indexOf(':')),
                    stream,
                    events.stream().filter(e -> e.aggregateId().equals(stream)).count(),
                    fact,
                    new AuditMetadata(
                            kind,
                            "1",
                            actor,
                            new OrganizerSlug("acme"),
                            null,
                            "rest",
                            action,
                            command,
                            action,
                            null,
                            "1")));
        }
        return this;
    }

    Chronicle told() {
        return Chronicle.of(events);
    }

    /** The reason about something. */
    static Reason about(List<Reason> reasons, String about) {
        return reasons.stream()
                .filter(reason -> reason.about().equals(about))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no reason about " + about + " in " + reasons));
    }

    /** The names of the steps, the newest first, each followed by the position of what led to it. */
    static List<String> steps(Reason reason) {
        return reason.steps().stream()
                .map(step ->
                        step.position() + " " + step.name() + (step.because() == null ? "" : " <- " + step.because()))
                .toList();
    }
}
