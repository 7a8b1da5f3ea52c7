package org.gatebook.query.mail;

import java.util.List;
import org.gatebook.api.order.OrderEvent.MailRequested;
import org.gatebook.eventstore.RecordedEvent;
import org.gatebook.eventstore.log.InlineProjection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What is to be sent. Writes down who is to be written to, with the events that ask for it and behind the read models, of which it learns whom
 * that is. One statement for all mails of a unit, and none for a unit without any.
 */
@Component
class Outbox implements InlineProjection {

    private final JdbcClient jdbc;
    private final OutboxBell bell;

    Outbox(JdbcClient jdbc, OutboxBell bell) {
        this.jdbc = jdbc;
        this.bell = bell;
    }

    private record Asked(long position, MailRequested mail) {}

    @Override
    public void project(List<RecordedEvent> recorded) {
        List<Asked> asked = recorded.stream()
                .filter(event -> event.payload() instanceof MailRequested)
                .map(event -> new Asked(event.position(), (MailRequested) event.payload()))
                .toList();
        if (!asked.isEmpty()) {
            write(asked);
            bell.ringAfterCommit();
        }
    }

    /**
     * Begins again with a mail.
     *
     * @return whether it had been given up; others are left alone
     */
    boolean beginAgain(long mail) {
        boolean begun = jdbc.sql("""
            update ops.mail set state = 'waiting', tries = 0, due = clock_timestamp(), settled = null
             where id = :id and state = 'failed'
            """).param("id", mail).update() > 0;
        if (begun) {
            bell.ringAfterCommit();
        }
        return begun;
    }

    /** Attendees with the buyer's address would get everything twice; add-ons come with their main position. */
    private void write(List<Asked> asked) {
        jdbc.sql("""
            insert into ops.mail (position, line, organizer, event, order_id, mail)
            select asked.position, told.line, o.organizer, o.event, o.id, asked.mail
              from unnest(:positions, :orders, :mails, :attendees) as asked (position, order_id, mail, attendees)
              join orders o on o.id = asked.order_id
             cross join lateral (
                   select null::bigint as line, 0 as rank where o.email <> ''
                   union all
                   select l.id, l.positionid from order_line l
                    where asked.attendees and l.order_id = o.id and not l.canceled and l.addon_to is null
                      and l.attendee_email <> '' and l.attendee_email is distinct from o.email) told
             order by asked.position, told.rank
            """)
                .param("positions", asked.stream().map(Asked::position).toArray(Long[]::new))
                .param(
                        "orders",
                        asked.stream().map(each -> each.mail().order().number()).toArray(Long[]::new))
                .param(
                        "mails",
                        asked.stream().map(each -> each.mail().mail().code()).toArray(String[]::new))
                .param(
                        "attendees",
                        asked.stream().map(each -> each.mail().attendees()).toArray(Boolean[]::new))
                .update();
    }
}
