package org.gatebook.server.job;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.function.ToIntFunction;
import org.gatebook.eventstore.RecurringJob;

/**
 * What is deleted by itself, all of it (the operator's guide has the same table in words). What is not here stays until
 * somebody deletes or erases it.
 *
 * @param kept what is deleted when it is old
 */
public record Retention(List<Kept> kept) {

    private static final String DELETED = "gatebook.retention.deleted";

    public Retention {
        kept = List.copyOf(kept);
    }

    /**
     * One kind of rows.
     *
     * @param job name of the job that deletes them
     * @param what in the metric
     * @param every how often the job looks
     * @param age older ones are deleted
     * @param delete deletes what is older than that; answers how many
     */
    public record Kept(String job, String what, Duration every, Duration age, ToIntFunction<Duration> delete) {}

    /** The jobs. What each deletes is counted, beside the line that every job leaves in the log. */
    public List<RecurringJob> jobs(MeterRegistry registry) {
        return kept.stream().map(rows -> job(rows, registry)).toList();
    }

    private static RecurringJob job(Kept rows, MeterRegistry registry) {
        Counter deleted = Counter.builder(DELETED)
                .description("Rows that were deleted because they were old")
                .tag("what", rows.what())
                .register(registry);
        return new RecurringJob(rows.job(), rows.every(), () -> {
            int count = rows.delete().applyAsInt(rows.age());
            deleted.increment(count);
            return count;
        });
    }
}
