package org.gatebook.query.mail;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.gatebook.eventstore.Opening;
import org.gatebook.eventstore.TransactionalUnit;
import org.gatebook.query.mail.MailServer.Cause;
import org.gatebook.query.mail.MailServer.Undelivered;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Hands mails of the outbox to a server, one after the other, on any number of nodes. Whoever takes one moves it into the
 * future first and lets go of it: nobody else takes it meanwhile, no transaction waits for a server, and if he dies it is
 * taken again. So a mail is sent at least once, and twice only if a node dies, or stands still for longer than it has taken
 * the mail for, between the server's yes and writing it down.
 */
@Component
public class MailDelivery {

    private static final Logger LOG = LoggerFactory.getLogger(MailDelivery.class);

    /** Longer than any server is waited for. */
    private static final Duration TAKEN = Duration.ofMinutes(15);

    /** Old news help nobody: of mails that lay about without any server. */
    private static final Duration TOO_LATE = Duration.ofDays(7);

    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(2),
            Duration.ofHours(4),
            Duration.ofHours(8),
            Duration.ofHours(16),
            Duration.ofHours(24));

    /** Unless somebody else has taken it since, because this node stood still for too long: then it is his to judge. */
    private static final String OURS = " where id = :id and state = 'waiting' and tries = :tries";

    private final JdbcClient jdbc;
    private final TransactionalUnit unit;
    private final MailComposer composer;

    MailDelivery(JdbcClient jdbc, TransactionalUnit unit, MailComposer composer) {
        this.jdbc = jdbc;
        this.unit = unit;
        this.composer = composer;
    }

    private record Taken(OutboxMail mail, boolean tooLate) {}

    /**
     * Sends what is due.
     *
     * @param goOn asked before each mail
     * @return how many mails were sent
     */
    public int deliver(MailServer server, BooleanSupplier goOn) {
        int sent = 0;
        try (MailServer.Connection connection = server.open()) {
            while (goOn.getAsBoolean()) {
                Optional<Taken> next = take();
                if (next.isEmpty()) {
                    return sent;
                }
                Cause trouble = deliver(next.get(), connection);
                if (trouble == null) {
                    sent++;
                } else if (trouble == Cause.SERVER) {
                    return sent;
                }
            }
        }
        return sent;
    }

    /** Materialized: a plan that looked for the next one again and again would take as many. */
    private Optional<Taken> take() {
        return jdbc.sql("""
            with next as materialized (
                   select id, due < clock_timestamp() - :late * interval '1 second' as too_late
                     from ops.mail
                    where state = 'waiting' and due <= clock_timestamp()
                    order by due limit 1 for update skip locked)
            update ops.mail m
               set due = clock_timestamp() + :taken * interval '1 second', tries = m.tries + 1
              from next
             where m.id = next.id
            returning next.too_late,
            """ + OutboxMail.COLUMNS)
                .param("taken", TAKEN.toSeconds())
                .param("late", TOO_LATE.toSeconds())
                .query((row, number) -> new Taken(OutboxMail.of(row, number), row.getBoolean("too_late")))
                .optional();
    }

    /** @return why it was not sent; null if it was, or need not be */
    private @Nullable Cause deliver(Taken taken, MailServer.Connection connection) {
        OutboxMail mail = taken.mail();
        if (taken.tooLate()) {
            giveUp(mail, MailState.FAILED, "nothing has sent it in time");
            return Cause.FOR_GOOD;
        }
        try {
            ComposedMail composed = composed(mail);
            if (composed == null) {
                giveUp(mail, MailState.DROPPED, "nobody is known to write to");
                return Cause.FOR_GOOD;
            }
            connection.send(composed);
            sent(mail);
            return null;
        } catch (Undelivered e) {
            later(mail, e.reason(), String.valueOf(e.getMessage()));
            return e.reason();
        } catch (IllegalArgumentException | IllegalStateException e) {
            // A defect, of this mail or of this version. The message may speak of people.
            LOG.error("Mail {} cannot be made: {}", mail.id(), e.getClass().getName());
            later(mail, Cause.FOR_NOW, "cannot be made: " + e.getClass().getSimpleName());
            return Cause.FOR_NOW;
        }
    }

    private @Nullable ComposedMail composed(OutboxMail mail) {
        return unit.read(
                new Opening(mail.organizer(), mail.event(), null),
                entered -> composer.compose(List.of(mail)).getFirst());
    }

    private void later(OutboxMail mail, Cause reason, String fault) {
        if (reason == Cause.FOR_GOOD || mail.tries() > PAUSES.size()) {
            LOG.warn("Mail {} is given up after {} tries: {}", mail.id(), mail.tries(), fault);
            giveUp(mail, MailState.FAILED, fault);
            return;
        }
        LOG.warn("Mail {} has to wait: {}", mail.id(), fault);
        jdbc.sql("update ops.mail set due = clock_timestamp() + :pause * interval '1 second', fault = :fault" + OURS)
                .param("pause", PAUSES.get(mail.tries() - 1).toSeconds())
                .param("fault", fault)
                .param("id", mail.id())
                .param("tries", mail.tries())
                .update();
    }

    private void giveUp(OutboxMail mail, MailState state, String fault) {
        jdbc.sql("update ops.mail set state = :state, settled = clock_timestamp(), fault = :fault" + OURS)
                .param("state", state.code())
                .param("fault", fault)
                .param("id", mail.id())
                .param("tries", mail.tries())
                .update();
    }

    /** True whatever others have made of it meanwhile. */
    private void sent(OutboxMail mail) {
        jdbc.sql("update ops.mail set state = :state, settled = clock_timestamp(), fault = null where id = :id")
                .param("state", MailState.SENT.code())
                .param("id", mail.id())
                .update();
    }
}
