package org.gatebook.eventstore.log;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.personal.SubjectId;
import org.gatebook.eventstore.AuditContext;
import org.gatebook.eventstore.AuditContext.IncompleteAudit;
import org.gatebook.eventstore.AuditMetadata;
import org.gatebook.eventstore.sealing.SealedText;
import org.jspecify.annotations.Nullable;

/** Completes the audit metadata of each event, or refuses it. */
final class MetadataCompletion {

    private final SealedText sealed;
    private final String softwareVersion;

    MetadataCompletion(SealedText sealed, String softwareVersion) {
        this.sealed = sealed;
        this.softwareVersion = softwareVersion;
    }

    AuditMetadata complete(DomainEventMessage<?> message, AuditContext unit) {
        @Nullable String organizer = text(message, MetadataKeys.ORGANIZER);
        if (organizer == null && unit.organizer() != null) {
            organizer = unit.organizer().value();
        }
        @Nullable String event = text(message, MetadataKeys.EVENT);
        @Nullable EventSlug slug = event == null ? unit.event() : event.isEmpty() ? null : new EventSlug(event);
        @Nullable String causation = text(message, MetadataKeys.CAUSATION);
        AuditContext.@Nullable Actor actor = unit.actor();

        List<String> missing = new ArrayList<>();
        require(missing, "actor", actor == null ? null : actor.kind());
        require(missing, "actor's id", actor == null ? null : actor.id());
        require(missing, "actor's name", actor == null ? null : actor.name());
        require(missing, "organizer", organizer);
        require(missing, "channel", unit.channel());
        require(missing, "request id", unit.requestId());
        require(missing, "correlation id", unit.correlationId());
        require(missing, "client address", unit.clientAddress());
        require(missing, "software version", softwareVersion);
        if (!missing.isEmpty() || actor == null || organizer == null) {
            throw new IncompleteAudit(String.join(", ", missing));
        }
        return new AuditMetadata(
                actor.kind(),
                actor.id(),
                actor.name(),
                new OrganizerSlug(organizer),
                slug,
                unit.channel(),
                unit.requestId(),
                causation == null ? unit.requestId() : causation,
                unit.correlationId(),
                sealed.seal(new SubjectId(message.getAggregateIdentifier()), unit.clientAddress()),
                softwareVersion);
    }

    private static void require(List<String> missing, String what, @Nullable String value) {
        if (value == null || value.isBlank()) {
            missing.add(what);
        }
    }

    private static @Nullable String text(DomainEventMessage<?> message, String key) {
        return message.getMetaData().get(key) instanceof String text ? text : null;
    }
}
