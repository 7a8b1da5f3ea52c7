package org.gatebook.query.history;

import static org.gatebook.web.filter.Filters.compared;
import static org.gatebook.web.filter.Filters.number;
import static org.gatebook.web.filter.Filters.since;
import static org.gatebook.web.filter.Filters.text;
import static org.gatebook.web.filter.Filters.until;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gatebook.api.personal.SubjectId;
import org.gatebook.eventstore.AuditMetadata;
import org.gatebook.eventstore.EventReader;
import org.gatebook.eventstore.EventReader.StoredEvent;
import org.gatebook.eventstore.RecordedEvent;
import org.gatebook.eventstore.log.EventRows;
import org.gatebook.eventstore.registry.EventCodec;
import org.gatebook.eventstore.sealing.SealedText;
import org.gatebook.eventstore.sealing.ShownJson;
import org.gatebook.eventstore.sealing.SubjectKeys;
import org.gatebook.query.history.sentence.Actor;
import org.gatebook.query.history.sentence.Facts;
import org.gatebook.query.history.sentence.Sentences;
import org.gatebook.web.filter.Condition;
import org.gatebook.web.filter.ListDeclaration;
import org.gatebook.web.form.type.Lookups;
import org.gatebook.web.page.Page;
import org.gatebook.web.request.ApiRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Pages of the log, never past the horizon: what an auditor has seen once stays where it is, and nothing appears before
 * it later. The count stops at {@value #COUNTED}, because counting the events of years costs more than reading a page of
 * them; who wants to go further back asks for positions below the last one seen.
 */
@Component
class HistoryPages {

    private static final long COUNTED = 10_000;

    private static final ListDeclaration EVENTS = ListDeclaration.of(EventRows.COLUMNS, "events.event", "position")
            .usually("position desc")
            .orderedBy("position", "position")
            .filteredBy(
                    text("aggregate", "aggregate_id").meaning("Events of this stream, for example `order:100123`."),
                    text("aggregate_type", "aggregate_type")
                            .meaning("Events of streams of this kind, for example `giftcard`."),
                    text("type", "name").meaning("Events of this name, for example `gift_card.transacted`."),
                    compared("actor", "metadata ->> 'actorId' = :%s").meaning("What was done under this id."),
                    compared("actor_kind", "metadata ->> 'actorKind' = :%s")
                            .meaning("What was done by this kind of actor."),
                    since("since", "recorded_at").meaning("Events written at that moment or later."),
                    until("until", "recorded_at").meaning("Events written at that moment or earlier."),
                    number("position_from", "position", ">=")
                            .meaning("Events at this position of the log or behind it."),
                    number("position_to", "position", "<=")
                            .meaning("Events at this position of the log or before it."));

    private final JdbcClient jdbc;
    private final EventReader events;
    private final EventCodec codec;
    private final SealedText sealed;
    private final ShownJson json;

    HistoryPages(JdbcClient jdbc, EventReader events, EventCodec codec, SealedText sealed, SubjectKeys keys) {
        this.jdbc = jdbc;
        this.events = events;
        this.codec = codec;
        this.sealed = sealed;
        this.json = new ShownJson(keys);
    }

    /** The page that the request asks for, of the events of its organizer that meet a condition. */
    Page<HistoryEntry> read(ApiRequest request, Condition condition) {
        Page<StoredEvent> page = EVENTS.read(request.query(), Lookups.none())
                .within(
                        "organizer = :organizer",
                        "organizer",
                        request.organizer().value())
                .within("position <= :horizon", "horizon", events.horizon())
                .within(condition)
                .countedAtMost(COUNTED)
                .page(jdbc, EventRows.STORED);
        json.prefetch(
                page.rows().stream().map(StoredEvent::payload).toList(),
                page.rows().stream().map(HistoryPages::subject).toList());
        Map<Long, String> sentences = sentences(page.rows());
        return page.map(event -> entry(event, sentences.get(event.position())));
    }

    /** Each event by itself, so that what a page says does not depend on the page. */
    private Map<Long, String> sentences(List<StoredEvent> rows) {
        List<StoredEvent> known = rows.stream()
                .filter(event -> codec.registry().knows(event.name(), event.revision()))
                .toList();
        return events.decode(known).stream()
                .collect(Collectors.toMap(RecordedEvent::position, event -> Sentences.of(event, Facts.NONE)));
    }

    /** Whether the organizer has this stream at all. */
    boolean has(ApiRequest request, String stream) {
        return jdbc.sql("""
            select exists (
                select from events.event
                 where aggregate_id = :stream and sequence = 0 and organizer = :organizer)
            """)
                .param("stream", stream)
                .param("organizer", request.organizer().value())
                .query(Boolean.class)
                .single();
    }

    private static SubjectId subject(StoredEvent event) {
        return new SubjectId(event.aggregateId());
    }

    private HistoryEntry entry(StoredEvent event, @Nullable String sentence) {
        AuditMetadata audit = codec.readMetadata(event.metadata());
        return new HistoryEntry(
                event.position(),
                event.recordedAt(),
                event.eventId(),
                event.name(),
                event.revision(),
                new HistoryEntry.Stream(event.aggregateType(), event.aggregateId()),
                event.sequence(),
                event.organizer(),
                audit.event() == null ? null : audit.event().value(),
                Actor.of(audit),
                audit.channel(),
                audit.requestId(),
                audit.causationId(),
                audit.correlationId(),
                clientAddress(event, audit),
                audit.softwareVersion(),
                sentence,
                json.of(event.payload()));
    }

    private String clientAddress(StoredEvent event, AuditMetadata audit) {
        String address = audit.clientAddress();
        return address == null
                ? ShownJson.ERASED
                : sealed.open(subject(event), address).orElse(ShownJson.ERASED);
    }
}
