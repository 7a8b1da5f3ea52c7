package org.gatebook.eventstore.unit;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.gatebook.eventstore.AsOf;
import org.gatebook.eventstore.AuditContext;
import org.gatebook.eventstore.Entered;
import org.gatebook.eventstore.Entered.Idempotency;
import org.gatebook.eventstore.Entered.StoredAnswer;
import org.gatebook.eventstore.Opening;
import org.gatebook.eventstore.TransactionalUnit;
import org.gatebook.eventstore.UsageCounters;
import org.gatebook.eventstore.log.CurrentAudit;
import org.gatebook.eventstore.log.RecordingEventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/**
 * The database transaction and Axon's root unit of work, opened and ended together on one thread. The database commits in
 * the unit's commit phase, before Axon releases the locks of aggregates: who gets a lock next finds everything committed.
 * Both kinds of units and their endings in one file, because each depends on the order of the other's steps.
 */
public final class JdbcTransactionalUnit implements TransactionalUnit {

    private static final String FOLLOW_UPS = JdbcTransactionalUnit.class.getName() + ".followUps";
    private static final ThreadLocal<@Nullable Current> CURRENT = new ThreadLocal<>();

    private final PlatformTransactionManager transactions;
    private final RecordingEventStore events;
    private final Entrance entrance;
    private final ReadUnits reads;
    private final IdempotencyRecords records;
    private final TableUsageCounters counters;
    private final Persistence persistence;

    private record Current(
            Opening opening, Entered entered, @Nullable AsOf asOf) {}

    /**
     * @param application where everybody's connections come from
     * @param readOnly where those of read units come from; may be the same
     * @param persistence how long a unit goes on that collides
     */
    public JdbcTransactionalUnit(
            PlatformTransactionManager transactions,
            DataSource application,
            DataSource readOnly,
            RecordingEventStore events,
            Persistence persistence) {
        JdbcTemplate jdbc = new JdbcTemplate(application);
        this.transactions = transactions;
        this.reads = new ReadUnits(application, readOnly);
        this.events = events;
        this.entrance = new Entrance(jdbc);
        this.records = new IdempotencyRecords(jdbc);
        this.counters = new TableUsageCounters(jdbc, this::opening);
        this.persistence = persistence;
    }

    /** What its units stage is counted by their last statement. */
    public UsageCounters counters() {
        return counters;
    }

    @Override
    public <T> T write(Opening opening, AuditContext audit, Work<T> work) {
        if (CurrentUnitOfWork.isStarted()) {
            throw new IllegalStateException("units do not nest");
        }
        long began = System.nanoTime();
        for (int attempt = 1; ; attempt++) {
            try {
                return new Attempt<>(opening, audit, work).run();
            } catch (RuntimeException e) {
                if (!Collisions.isCollision(e)) {
                    throw e;
                }
                if (persistence.endsAfter(attempt, System.nanoTime() - began)) {
                    throw new RetriesExhausted(attempt, e);
                }
                pause(persistence.pauseAfter(attempt));
            }
        }
    }

    /** Short and random, so that two that collided do not meet again. */
    private static void pause(Duration longest) {
        try {
            Thread.sleep(Duration.ofNanos(ThreadLocalRandom.current().nextLong(longest.toNanos())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted between two tries", e);
        }
    }

    @Override
    public <T> T read(Opening opening, ReadWork<T> work) {
        if (CURRENT.get() != null) {
            throw new IllegalStateException("units do not nest");
        }
        return reads.run(opening, entered -> {
            CURRENT.set(new Current(opening, entered, null));
            try {
                return work.run(entered);
            } finally {
                CURRENT.remove();
            }
        });
    }

    @Override
    public Opening opening() {
        return present().opening();
    }

    @Override
    public void afterwards(Runnable followUp) {
        if (!CurrentUnitOfWork.isStarted()) {
            throw new IllegalStateException("only what a write unit does has consequences");
        }
        CurrentUnitOfWork.get()
                .root()
                .<Queue<Runnable>>getOrComputeResource(FOLLOW_UPS, key -> new ArrayDeque<>())
                .add(followUp);
    }

    /** Each sees what the one before it has stored; they may have consequences of their own. */
    private void followUp(UnitOfWork<?> unit) {
        Queue<Runnable> followUps = unit.getResource(FOLLOW_UPS);
        for (Runnable next = poll(followUps); next != null; next = poll(followUps)) {
            events.flush();
            next.run();
        }
        events.flush();
    }

    private static @Nullable Runnable poll(@Nullable Queue<Runnable> followUps) {
        return followUps == null ? null : followUps.poll();
    }

    @Override
    public @Nullable AsOf asOf() {
        Current present = CURRENT.get();
        return present == null ? null : present.asOf();
    }

    @Override
    public long storedUpTo() {
        return events.storedUpTo();
    }

    /**
     * Lets a part of a read unit believe that it is then: its clock stands still, and who keeps things in memory is told.
     * Where its statements read is the caller's business.
     */
    public <T> T believing(AsOf then, Supplier<T> work) {
        Current present = present();
        CURRENT.set(new Current(present.opening(), present.entered().at(then.moment()), then));
        try {
            return work.get();
        } finally {
            CURRENT.set(present);
        }
    }

    @Override
    public Entered entered() {
        return present().entered();
    }

    private Current present() {
        Current present = CURRENT.get();
        if (present == null) {
            throw new IllegalStateException("no unit is open on this thread");
        }
        return present;
    }

    @Override
    public void identify(AuditContext audit) {
        CurrentAudit.set(audit);
    }

    @Override
    public AuditContext audit() {
        return CurrentAudit.get();
    }

    private static TransactionDefinition definition() {
        return new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    private void rollBack(TransactionStatus transaction, Throwable cause) {
        if (transaction.isCompleted()) {
            return;
        }
        try {
            transactions.rollback(transaction);
        } catch (RuntimeException e) {
            // A broken connection has rolled back by itself; what broke it is what the caller must see.
            cause.addSuppressed(e);
        }
    }

    /** One run of the work. */
    private final class Attempt<T> {

        private final Opening opening;
        private final AuditContext audit;
        private final Work<T> work;
        private final TransactionStatus transaction;
        private @Nullable Object savepoint;
        private @Nullable T answer;

        private Attempt(Opening opening, AuditContext audit, Work<T> work) {
            this.opening = opening;
            this.audit = audit;
            this.work = work;
            this.transaction = transactions.getTransaction(definition());
        }

        private T run() {
            DefaultUnitOfWork<Message<?>> unit = DefaultUnitOfWork.startAndGet(new GenericMessage<>("unit"));
            try {
                CurrentAudit.set(audit);
                Entered entered = entrance.write(opening);
                CURRENT.set(new Current(opening, entered, null));
                if (entered.idempotency() instanceof Idempotency.Fresh) {
                    savepoint = transaction.createSavepoint();
                }
                return end(unit, entered, work.run(entered));
            } catch (Throwable e) {
                // The database first: while it rolls back, no one else on this node gets the aggregates' locks.
                rollBack(transaction, e);
                throw e;
            } finally {
                if (unit.isActive()) {
                    unit.rollback();
                }
                CURRENT.remove();
            }
        }

        private T end(DefaultUnitOfWork<Message<?>> unit, Entered entered, Ending<T> ending) {
            return switch (ending) {
                case Ending.Done<T> done -> commit(unit, entered, done);
                case Ending.Refused<T> refused -> refuse(refused.answer());
                case Ending.Unchanged<T> unchanged -> {
                    transactions.rollback(transaction);
                    yield unchanged.answer();
                }
            };
        }

        private T commit(DefaultUnitOfWork<Message<?>> unit, Entered entered, Ending.Done<T> done) {
            // Registered after the work, so it runs after the staged events were appended and projected.
            unit.onPrepareCommit(u -> {
                followUp(u);
                T made = done.answer().get();
                events.flush();
                record(made);
                answer = made;
                counters.count(u, opening, entered);
            });
            unit.onCommit(u -> transactions.commit(transaction));
            unit.commit();
            return made();
        }

        @SuppressWarnings("NullAway") // null only if T is a nullable type
        private T made() {
            return answer;
        }

        private T refuse(T refusal) {
            if (savepoint == null) {
                transactions.rollback(transaction);
            } else {
                transaction.rollbackToSavepoint(savepoint);
                record(refusal);
                transactions.commit(transaction);
            }
            return refusal;
        }

        private void record(T given) {
            if (savepoint != null && opening.key() != null) {
                StoredAnswer kept = work.toStore(given);
                if (kept != null) {
                    records.store(opening.key(), kept, CurrentAudit.get().requestId());
                }
            }
        }
    }
}
