package org.gatebook.eventstore;

import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.jspecify.annotations.Nullable;

/**
 * What a unit of work knows about its cause. It may start incomplete, because a request learns who asks only inside the
 * unit; an event that is appended before actor and organizer are known is refused ({@link IncompleteAudit}).
 *
 * @param actor who acts; null until known
 * @param organizer the organizer whose facts are recorded; null until known, and an aggregate that knows its own wins
 * @param event the event, if the facts belong to one
 * @param channel the way the request came
 * @param requestId id of the request, job run or command line call
 * @param correlationId what ties together everything that one client action sets off; often the request's id
 * @param clientAddress network address of the client; {@code local} for what the server does by itself
 */
public record AuditContext(
        @Nullable Actor actor,
        @Nullable OrganizerSlug organizer,
        @Nullable EventSlug event,
        String channel,
        String requestId,
        String correlationId,
        String clientAddress) {

    /**
     * Who acts.
     *
     * @param kind {@code team_token}, {@code device}, {@code system} ...
     * @param id stable id
     * @param name present name
     */
    public record Actor(String kind, String id, String name) {}

    /** An event was to be stored without complete audit metadata: a defect of whoever opened the unit. */
    public static final class IncompleteAudit extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        public IncompleteAudit(String missing) {
            super("an event needs complete audit metadata; missing: " + missing);
        }
    }

    /** The cause of what the server does by itself. */
    public static AuditContext system(
            String name, String channel, String requestId, @Nullable OrganizerSlug organizer) {
        return new AuditContext(
                new Actor("system", name, name), organizer, null, channel, requestId, requestId, "local");
    }

    /** The same, with this actor. */
    public AuditContext by(Actor who) {
        return new AuditContext(who, organizer, event, channel, requestId, correlationId, clientAddress);
    }

    /** The same, within this organizer and event. */
    public AuditContext within(@Nullable OrganizerSlug newOrganizer, @Nullable EventSlug newEvent) {
        return new AuditContext(actor, newOrganizer, newEvent, channel, requestId, correlationId, clientAddress);
    }
}
