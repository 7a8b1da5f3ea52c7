package org.gatebook.server.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.gatebook.eventstore.RecurringJob;
import org.gatebook.eventstore.RecurringJob.Due;
import org.gatebook.eventstore.RecurringJob.Due.After;
import org.gatebook.eventstore.RecurringJob.Due.DailyAt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The jobs of all nodes: any of them picks up what is due, and if it dies another one does. */
public final class Jobs implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);

    /** What takes long must not hold up what is due often. */
    private static final int THREADS = 3;

    private final Scheduler scheduler;

    /** @param database as the application */
    public Jobs(DataSource database, List<RecurringJob> jobs) {
        this.scheduler = Scheduler.create(database)
                .tableName("ops.scheduled_task")
                .startTasks(jobs.stream().map(Jobs::task).toList())
                .threads(THREADS)
                .pollingInterval(Duration.ofSeconds(30))
                .heartbeatInterval(Duration.ofMinutes(1))
                .build();
    }

    private static RecurringTask<Void> task(RecurringJob job) {
        return Tasks.recurring(job.name(), schedule(job.due()))
                .execute((instance, context) -> LOG.info(
                        "Job {} has dealt with {}", job.name(), job.work().getAsInt()));
    }

    private static Schedule schedule(Due due) {
        return switch (due) {
            case After after -> FixedDelay.of(after.pause());
            case DailyAt daily -> new Daily(ZoneOffset.UTC, daily.time());
        };
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
