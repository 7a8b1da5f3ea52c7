package org.gatebook.query.feed;

import java.util.List;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.ticket.TicketEvent;
import org.gatebook.api.ticket.TicketEvent.TicketErased;
import org.gatebook.api.ticket.TicketId;
import org.gatebook.eventstore.EventReader;
import org.gatebook.eventstore.RecordedEvent;
import org.gatebook.eventstore.log.InlineProjection;
import org.gatebook.query.feed.SecretFact.Blocked;
import org.gatebook.query.feed.SecretFact.Revoked;
import org.gatebook.query.feed.SecretFact.Unblocked;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Publishes facts about secrets with the events that make them. It runs behind the read models and so takes the head row
 * of its feed as late as it can: until the commit nobody else publishes for the same event.
 */
@Component
class SecretFeeds implements InlineProjection {

    /** The clock is read when the head row is locked, so that a later number has a later moment. */
    private static final String HEAD = """
        with head as (
            insert into ops.secret_feed as feed (organizer, event, feed, last, stamp)
            values (:organizer, :event, :feed, 1, clock_timestamp())
            on conflict (organizer, event, feed) do update
               set last = feed.last + 1,
                   stamp = greatest(clock_timestamp(), feed.stamp + interval '1 microsecond')
            returning last, stamp)
        """;

    private static final String REVOKE = HEAD + """
        insert into ops.revoked_secret (organizer, event, number, secret, ticket, created)
        select :organizer, :event, head.last, :secret, :ticket, head.stamp from head
        """;

    private static final String BLOCK = HEAD + """
        insert into ops.blocked_secret (organizer, event, secret, number, blocked, updated, ticket)
        select :organizer, :event, :secret, head.last, :blocked, head.stamp, :ticket from head
        on conflict (organizer, event, secret) do update
           set number = excluded.number, blocked = excluded.blocked, updated = excluded.updated
        """;

    private final EventReader events;
    private final JdbcClient jdbc;

    SecretFeeds(EventReader events, JdbcClient jdbc) {
        this.events = events;
        this.jdbc = jdbc;
    }

    @Override
    public void project(List<RecordedEvent> recorded) {
        for (RecordedEvent event : recorded) {
            if (event.payload() instanceof TicketErased erased) {
                forget(erased.ticket());
            } else if (event.payload() instanceof TicketEvent ticket && SecretStory.concerns(ticket)) {
                facts(event).forEach(fact -> publish(event, ticket.ticket(), fact));
            }
        }
    }

    /** The numbers of revoked secrets have no holes, so a row without its secret stays; nobody is shown it. */
    private void forget(TicketId ticket) {
        jdbc.sql("update ops.revoked_secret set secret = '' where ticket = :ticket")
                .param("ticket", ticket.number())
                .update();
        jdbc.sql("delete from ops.blocked_secret where ticket = :ticket")
                .param("ticket", ticket.number())
                .update();
    }

    /** What the event adds to the ticket's story, which is short and seldom read. */
    private List<SecretFact> facts(RecordedEvent event) {
        SecretStory story = new SecretStory();
        List<SecretFact> latest = List.of();
        for (RecordedEvent told : events.ofAggregate(event.aggregateId(), -1)) {
            if (told.sequence() <= event.sequence()) {
                latest = story.tell((TicketEvent) told.payload());
            }
        }
        return latest;
    }

    static EventSlug event(RecordedEvent recorded) {
        EventSlug event = recorded.metadata().event();
        if (event == null) {
            throw new IllegalStateException("a ticket's fact names no event: " + recorded.aggregateId());
        }
        return event;
    }

    private void publish(RecordedEvent event, TicketId ticket, SecretFact fact) {
        OrganizerSlug organizer = event.metadata().organizer();
        String slug = event(event).value();
        switch (fact) {
            case Revoked revoked ->
                jdbc.sql(REVOKE)
                        .param("organizer", organizer.value())
                        .param("event", slug)
                        .param("feed", "revoked")
                        .param("secret", revoked.secret())
                        .param("ticket", ticket.number())
                        .update();
            case Blocked blocked -> block(organizer, slug, blocked.secret(), true, ticket);
            case Unblocked unblocked -> block(organizer, slug, unblocked.secret(), false, ticket);
        }
    }

    private void block(OrganizerSlug organizer, String event, String secret, boolean blocked, TicketId ticket) {
        jdbc.sql(BLOCK)
                .param("organizer", organizer.value())
                .param("event", event)
                .param("feed", "blocked")
                .param("secret", secret)
                .param("blocked", blocked)
                .param("ticket", ticket.number())
                .update();
    }
}
