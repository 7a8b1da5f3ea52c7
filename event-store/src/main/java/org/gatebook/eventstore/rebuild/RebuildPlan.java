package org.gatebook.eventstore.rebuild;

import java.util.Set;

/**
 * What a rebuild is to do.
 *
 * @param only names of the read models that are made anew; empty for all of them, and the ledgers too
 * @param switchOver whether what was rebuilt becomes live, whether or not it differs, and ledgers are set right: a rebuild
 *     is also how what is wrong is repaired
 * @param pace how much of its time it works
 */
public record RebuildPlan(Set<String> only, boolean switchOver, Pace pace) {

    /** Everything is compared and nothing is changed. */
    public static final RebuildPlan COMPARE = new RebuildPlan(Set.of(), false, Pace.FULL);

    /** Everything is made live. */
    public static final RebuildPlan SWITCH = new RebuildPlan(Set.of(), true, Pace.FULL);

    public RebuildPlan {
        only = Set.copyOf(only);
    }

    /** The same at another pace. */
    public RebuildPlan at(Pace other) {
        return new RebuildPlan(only, switchOver, other);
    }

    /** Whether some read models stay as they are. */
    boolean partial() {
        return !only.isEmpty();
    }
}
