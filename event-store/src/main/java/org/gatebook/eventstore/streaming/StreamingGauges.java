package org.gatebook.eventstore.streaming;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.gatebook.eventstore.streaming.StreamingProgress.Progress;

/** Gauges of streaming projections: how far behind they are, what they could not take, and how old the horizon is. */
public final class StreamingGauges implements MeterBinder {

    private final StreamingProgress progress;
    private final List<String> names;

    public StreamingGauges(StreamingProgress progress, List<String> names) {
        this.progress = progress;
        this.names = List.copyOf(names);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (String name : names) {
            gauge(registry, "gatebook.streaming.lag.positions", "Positions not yet projected", name, Progress::lag);
            gauge(
                    registry,
                    "gatebook.streaming.lag.seconds",
                    "Age of the oldest event not yet projected",
                    name,
                    p -> seconds(p.behind()));
            gauge(
                    registry,
                    "gatebook.streaming.dead.letters",
                    "Events that could not be projected",
                    name,
                    Progress::deadLetters);
        }
        Gauge.builder("gatebook.horizon.age.seconds", progress, p -> seconds(p.horizonAge()))
                .description("Age of the oldest running transaction that holds readers back")
                .register(registry);
        Gauge.builder("gatebook.horizon.lag.positions", progress, StreamingProgress::horizonLag)
                .description("Positions drawn but not yet known to be visible or dead")
                .register(registry);
    }

    private void gauge(
            MeterRegistry registry, String meter, String description, String name, ToDoubleFunction<Progress> value) {
        Gauge.builder(meter, progress, p -> value.applyAsDouble(p.of(name)))
                .tag("processor", name)
                .description(description)
                .register(registry);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
