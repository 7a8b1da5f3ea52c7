package org.gatebook.eventstore.past;

import java.util.List;
import java.util.stream.Stream;
import org.gatebook.eventstore.ReadModel;

/**
 * A read model that exists in the past alone, because its live table is written by other means: supporting data. Beans of
 * this type are projected beside the read models; in a unit that reads the past their tables come in the place of those.
 *
 * @param model its tables are named like the live ones
 * @param live the live table's name as it stands in SQL, with its schema
 */
public record PastOnly(ReadModel<?> model, String live) {

    /** Everything of which versions are kept. */
    public static List<ReadModel<?>> with(Stream<ReadModel<?>> models, Stream<PastOnly> only) {
        return Stream.<ReadModel<?>>concat(models, only.map(PastOnly::model)).toList();
    }
}
