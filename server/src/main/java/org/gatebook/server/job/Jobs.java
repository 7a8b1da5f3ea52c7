package org.gatebook.server.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.gatebook.eventstore.unit.IdempotencyRecords;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The jobs of all nodes: any of them picks up what is due, and if it dies another one does. */
public final class Jobs implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
    private static final Duration EVERY = Duration.ofMinutes(10);

    private final Scheduler scheduler;

    /** @param database as the application */
    public Jobs(DataSource database, IdempotencyRecords answers) {
        RecurringTask<Void> forgetAnswers = Tasks.recurring("forget-old-answers", FixedDelay.of(EVERY))
                .execute((instance, context) -> {
                    int forgotten = answers.purge();
                    LOG.info("Forgot {} answers that are too old to be repeated", forgotten);
                });
        this.scheduler = Scheduler.create(database)
                .tableName("ops.scheduled_task")
                .startTasks(List.of(forgetAnswers))
                .threads(1)
                .pollingInterval(Duration.ofSeconds(30))
                .heartbeatInterval(Duration.ofMinutes(1))
                .build();
    }

    /** Begins to look for what is due. */
    public void start() {
        scheduler.start();
    }

    @Override
    public void close() {
        scheduler.stop();
    }
}
