package org.gatebook.server.job;

import java.util.Optional;
import org.gatebook.eventstore.rebuild.Comparisons;
import org.gatebook.eventstore.rebuild.Comparisons.Comparison;
import org.gatebook.eventstore.rebuild.Pace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Folds all events anew each night, beside whoever sells, and says so aloud when the read models are not what they give. */
public final class NightlyReplay {

    private static final Logger LOG = LoggerFactory.getLogger(NightlyReplay.class);

    private final Comparisons comparisons;
    private final Pace pace;

    /** @param pace how much of its time it works */
    public NightlyReplay(Comparisons comparisons, Pace pace) {
        this.comparisons = comparisons;
        this.pace = pace;
    }

    /** Compares. @return how many tables differ */
    public int compare() {
        Optional<Comparison> found = comparisons.compare(pace);
        found.filter(comparison -> !comparison.differing().isEmpty())
                .ifPresent(comparison -> LOG.error(
                        "Read models differ from what the events give, look at them and run replay --switch:\n{}",
                        comparison.report()));
        return found.map(comparison -> comparison.differing().size()).orElse(0);
    }
}
