package org.gatebook.query.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.personal.Personal;
import org.gatebook.api.ticket.IssuedTicket;
import org.gatebook.api.ticket.TicketEvent;
import org.gatebook.api.ticket.TicketEvent.TicketBlocksChanged;
import org.gatebook.api.ticket.TicketEvent.TicketIssued;
import org.gatebook.api.ticket.TicketEvent.TicketSecretReplaced;
import org.gatebook.api.ticket.TicketId;
import org.gatebook.eventstore.EventAppender;
import org.gatebook.eventstore.EventReader;
import org.gatebook.eventstore.Opening;
import org.gatebook.eventstore.TransactionalUnit;
import org.gatebook.eventstore.TransactionalUnit.Ending;
import org.gatebook.eventstore.registry.EventFamily;
import org.gatebook.eventstore.test.PostgresExtension;
import org.gatebook.eventstore.test.TestStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

class SecretFeedTest {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private static final OrganizerSlug ORGANIZER = new OrganizerSlug("bigevents");
    private static final OrderId ORDER = new OrderId(1);
    private static final AtomicLong NUMBERS = new AtomicLong(100);

    private static TestStore store;
    private static JdbcClient jdbc;

    private final EventSlug event = new EventSlug("event-" + NUMBERS.incrementAndGet());

    @Configuration(proxyBeanMethods = false)
    static class Feeds {

        @Bean
        EventFamily tickets() {
            return EventFamily.of(TicketEvent.class);
        }

        @Bean
        SecretFeeds feeds(EventReader events, JdbcClient client) {
            return new SecretFeeds(events, client);
        }

        @Bean
        SecretFeedCheck check(EventReader events, JdbcClient client) {
            return new SecretFeedCheck(events, client);
        }
    }

    @BeforeAll
    static void start() {
        store = TestStore.open(POSTGRES.application(), Feeds.class);
        jdbc = store.get(JdbcClient.class);
    }

    @AfterAll
    static void stop() {
        assertThat(store.get(SecretFeedCheck.class).differences()).isEmpty();
        store.close();
    }

    @Test
    void a_revoked_secret_is_the_one_that_was_replaced() {
        Ticket ticket = new Ticket("s1");
        ticket.happen(ticket.replaced("s2", true));
        ticket.happen(ticket.replaced("s3", false));
        ticket.happen(ticket.replaced("s4", true));

        assertThat(revoked()).containsExactly("1 s1", "2 s3");
    }

    @Test
    void several_replacements_in_one_unit_are_told_one_after_the_other() {
        Ticket ticket = new Ticket("s1");
        ticket.happen(ticket.replaced("s2", true), ticket.replaced("s3", true));

        assertThat(revoked()).containsExactly("1 s1", "2 s2");
    }

    @Test
    void a_blocked_secret_stays_listed_and_says_so_when_it_opens_again() {
        Ticket ticket = new Ticket("s1");
        ticket.happen(ticket.blocks());
        assertThat(blocked()).isEmpty();
        ticket.happen(ticket.blocks("api:one"));
        ticket.happen(ticket.blocks("api:one", "admin"));
        assertThat(blocked()).containsExactly("s1 true");
        ticket.happen(ticket.blocks());
        assertThat(blocked()).containsExactly("s1 false");
        ticket.happen(ticket.blocks("api:two"));
        assertThat(blocked()).containsExactly("s1 true");
    }

    @Test
    void a_new_random_secret_of_a_blocked_ticket_is_listed_only_when_it_is_blocked_again() {
        Ticket ticket = new Ticket("s1");
        ticket.happen(ticket.blocks("admin"));
        ticket.happen(ticket.replaced("s2", false));
        ticket.happen(ticket.blocks());
        assertThat(blocked()).containsExactly("s1 true");
        ticket.happen(ticket.blocks("admin"));
        assertThat(blocked()).containsExactly("s1 true", "s2 true");
    }

    @Test
    void a_new_signed_secret_of_a_blocked_ticket_is_listed_at_once() {
        Ticket ticket = new Ticket("s1");
        ticket.happen(ticket.blocks("admin"));
        ticket.happen(ticket.replaced("s2", true));

        assertThat(revoked()).containsExactly("1 s1");
        assertThat(blocked()).containsExactly("s1 true", "s2 true");
    }

    @Test
    void who_follows_by_the_first_rows_moment_misses_nothing_of_what_many_publish() throws Exception {
        int writers = 6;
        int each = 15;
        AtomicBoolean over = new AtomicBoolean();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Set<String>> follower = threads.submit(() -> follow(over));
            List<Future<?>> work = new ArrayList<>();
            for (int i = 0; i < writers; i++) {
                work.add(threads.submit(() -> {
                    Ticket ticket = new Ticket("first");
                    for (int j = 0; j < each; j++) {
                        ticket.happen(ticket.replaced(ticket.id.number() + "-" + j, true));
                    }
                }));
            }
            for (Future<?> done : work) {
                done.get();
            }
            over.set(true);

            assertThat(follower.get()).hasSize(writers * each);
        }
        List<String> rows = revoked();
        assertThat(rows.getFirst()).startsWith("1 ");
        assertThat(rows.getLast()).startsWith(writers * each + " ");
    }

    /** As devices do: the whole list, then again and again from the moment of the first row on. */
    private Set<String> follow(AtomicBoolean over) {
        Set<String> seen = new HashSet<>();
        Instant cursor = Instant.EPOCH;
        boolean last = false;
        while (true) {
            List<Instant> moments = new ArrayList<>();
            jdbc.sql("""
                select number, created from ops.revoked_secret
                 where organizer = :organizer and event = :event and created >= :since
                 order by created desc
                """)
                    .param("organizer", ORGANIZER.value())
                    .param("event", event.value())
                    .param("since", cursor.atOffset(ZoneOffset.UTC))
                    .query(row -> {
                        seen.add(row.getString(1));
                        moments.add(row.getObject(2, OffsetDateTime.class).toInstant());
                    });
            cursor = moments.isEmpty() ? cursor : moments.getFirst();
            if (last) {
                return seen;
            }
            last = over.get();
        }
    }

    private List<String> revoked() {
        return rows("select number || ' ' || secret from ops.revoked_secret"
                + " where organizer = :organizer and event = :event order by created");
    }

    private List<String> blocked() {
        return rows("select secret || ' ' || blocked from ops.blocked_secret"
                + " where organizer = :organizer and event = :event order by id");
    }

    private List<String> rows(String sql) {
        return jdbc.sql(sql)
                .param("organizer", ORGANIZER.value())
                .param("event", event.value())
                .query(String.class)
                .list();
    }

    private final class Ticket {

        private final TicketId id = new TicketId(NUMBERS.incrementAndGet());
        private long sequence;

        private Ticket(String secret) {
            happen(new TicketIssued(new IssuedTicket(
                    id, ORDER, ORGANIZER, event, 1, 5, null, null, null, sealed(secret), sealed("P"), null, null)));
        }

        private TicketEvent replaced(String secret, boolean revoked) {
            return new TicketSecretReplaced(id, ORDER, sealed(secret), revoked);
        }

        private TicketEvent blocks(String... names) {
            return new TicketBlocksChanged(id, ORDER, List.of(names));
        }

        private Personal<String> sealed(String text) {
            return Personal.bearer(id.subject(), text);
        }

        private void happen(TicketEvent... events) {
            store.get(TransactionalUnit.class).write(Opening.plain(), TestStore.audit(ORGANIZER.value()), entered -> {
                for (int i = 0; i < events.length; i++) {
                    store.get(EventAppender.class)
                            .append(TicketId.KIND, id.aggregateId(), sequence + i, ORGANIZER, event, events[i]);
                }
                return Ending.done(() -> "");
            });
            sequence += events.length;
        }
    }
}
