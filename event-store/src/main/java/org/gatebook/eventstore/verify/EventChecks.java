package org.gatebook.eventstore.verify;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gatebook.api.personal.Erasing;
import org.gatebook.api.personal.SubjectId;
import org.gatebook.eventstore.EventReader;
import org.gatebook.eventstore.EventReader.StoredEvent;
import org.gatebook.eventstore.registry.EventRegistry;
import org.gatebook.eventstore.sealing.SealedText;
import org.gatebook.eventstore.sealing.SubjectKeys;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What must hold of every event by itself, and of its place in the order of the log. */
final class EventChecks {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** The client's address is looked at separately: it is missing where its subject was erased. */
    private static final List<String> REQUIRED = List.of(
            "actorKind",
            "actorId",
            "actorName",
            "organizer",
            "channel",
            "requestId",
            "causationId",
            "correlationId",
            "softwareVersion");

    /**
     * A writer draws the position and then the time, both while one row is made. So a later position can carry an earlier
     * time only if the writer before it was held up exactly between the two, which a busy machine does for moments, not
     * for longer than this.
     */
    private static final Duration HELD_UP = Duration.ofSeconds(5);

    private final EventReader events;
    private final EventRegistry registry;
    private final SubjectKeys keys;
    private final SealedText sealed;
    private final Findings findings;
    private long position;
    private Instant latest = Instant.EPOCH;

    EventChecks(EventReader events, EventRegistry registry, SubjectKeys keys, Findings findings) {
        this.events = events;
        this.registry = registry;
        this.keys = keys;
        this.sealed = new SealedText(keys);
        this.findings = findings;
    }

    void check(List<StoredEvent> batch) {
        Set<SubjectId> subjects = new HashSet<>();
        for (StoredEvent event : batch) {
            subjects.addAll(SealedText.subjects(event.payload()));
            int colon = event.aggregateId().indexOf(':');
            if (colon > 0 && colon < event.aggregateId().length() - 1) {
                subjects.add(new SubjectId(event.aggregateId()));
            }
        }
        keys.with(subjects, () -> {
            batch.forEach(this::check);
            return batch.size();
        });
    }

    private void check(StoredEvent event) {
        order(event);
        if (!registry.knows(event.name(), event.revision())) {
            findings.add(event, "unknown event " + event.name() + " revision " + event.revision());
        } else {
            payload(event);
        }
        metadata(event);
    }

    private void order(StoredEvent event) {
        if (event.position() <= position) {
            findings.add(event, "position does not grow after " + position);
        }
        if (event.recordedAt().isBefore(latest.minus(HELD_UP))) {
            findings.add(event, "recorded at " + event.recordedAt() + ", but an earlier position at " + latest);
        }
        position = event.position();
        if (event.recordedAt().isAfter(latest)) {
            latest = event.recordedAt();
        }
    }

    private void payload(StoredEvent event) {
        for (SubjectId subject : SealedText.subjects(event.payload())) {
            try {
                keys.existing(subject);
            } catch (SubjectKeys.MissingKey e) {
                findings.add(event, "no key of " + subject + ", which was not erased");
                return;
            }
        }
        try {
            if (events.decode(event).payload() instanceof Erasing erasing) {
                // Asked of the store: what is at hand may be older than the erasure.
                for (SubjectId back : keys.present(erasing.erased())) {
                    findings.add(
                            event,
                            "the key of " + back + " was destroyed and is there again: an older key store was restored;"
                                    + " starting the server destroys it again");
                }
            }
        } catch (RuntimeException e) {
            // Without the message's later lines: they would show where in which class it happened.
            findings.add(event, "payload of " + event.name() + " cannot be read: " + firstLine(e));
        }
    }

    private void metadata(StoredEvent event) {
        JsonNode metadata;
        try {
            metadata = JSON.readTree(event.metadata());
        } catch (JacksonException e) {
            findings.add(event, "metadata cannot be read: " + firstLine(e));
            return;
        }
        List<String> missing = REQUIRED.stream()
                .filter(name -> metadata.path(name).asString("").isBlank())
                .toList();
        if (!missing.isEmpty()) {
            findings.add(event, "metadata lacks " + String.join(", ", missing));
        }
        String organizer = metadata.path("organizer").asString("");
        if (!organizer.isBlank() && !organizer.equals(event.organizer())) {
            findings.add(event, "recorded for " + event.organizer() + ", but its metadata names " + organizer);
        }
        clientAddress(event, metadata.path("clientAddress").asString(""));
    }

    private void clientAddress(StoredEvent event, String address) {
        try {
            SubjectId subject = new SubjectId(event.aggregateId());
            if (address.isBlank()) {
                if (keys.existing(subject).isPresent()) {
                    findings.add(event, "metadata lacks clientAddress, and its subject was not erased");
                }
            } else {
                sealed.open(subject, address);
            }
        } catch (SubjectKeys.MissingKey e) {
            findings.add(event, "no key of " + event.aggregateId() + ", which was not erased");
        } catch (RuntimeException e) {
            findings.add(event, "client address cannot be opened: " + firstLine(e));
        }
    }

    private static String firstLine(Exception e) {
        String message = String.valueOf(e.getMessage());
        int end = message.indexOf('\n');
        return e.getClass().getSimpleName() + ", " + (end < 0 ? message : message.substring(0, end));
    }
}
