package org.gatebook.eventstore.rebuild;

import java.util.List;
import java.util.Set;
import org.gatebook.eventstore.ReadModel;

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

    /**
     * The read models that are made anew.
     *
     * @param all there are
     * @throws UnknownReadModel if the plan names another one
     */
    List<ReadModel<?>> of(List<ReadModel<?>> all) {
        List<String> names = all.stream().map(ReadModel::name).toList();
        for (String name : only) {
            if (!names.contains(name)) {
                throw new UnknownReadModel(name, names);
            }
        }
        return partial()
                ? all.stream().filter(model -> only.contains(model.name())).toList()
                : all;
    }

    /** A plan names a read model that does not exist. */
    public static final class UnknownReadModel extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        private UnknownReadModel(String name, List<String> known) {
            super("there is no read model " + name + "; there are " + String.join(", ", known));
        }
    }

    /** Whether some read models stay as they are. */
    boolean partial() {
        return !only.isEmpty();
    }
}
