package org.gatebook.web.filter;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.gatebook.web.page.QueryParams;

/**
 * The moments by which clients follow a list: they know everything as of then and ask for what came since. After a restore
 * some of them know what is lost. They get everything once more, which every client understands, because it is what it got
 * the first time (ADR 0044).
 */
public final class Cursors {

    /** Parameters of lists that are followed. */
    private static final List<String> NAMES = List.of("modified_since", "updated_since", "created_since");

    /** Earlier than anything. The parameter stays: clients look for its name in the address of the next page. */
    private static final String BEGINNING = "1970-01-01T00:00:00Z";

    private Cursors() {}

    /**
     * The parameters as sent, or those of somebody who knows nothing yet.
     *
     * @param lost whether a moment lies in a time of which all is lost
     */
    public static QueryParams anew(QueryParams sent, Predicate<Instant> lost) {
        QueryParams params = sent;
        for (String name : NAMES) {
            String value = sent.get(name);
            if (value != null && isLost(value, lost)) {
                params = params.with(name, BEGINNING);
            }
        }
        return params;
    }

    private static boolean isLost(String value, Predicate<Instant> lost) {
        try {
            return lost.test(Filters.moment(value).toInstant());
        } catch (Filter.Unusable e) {
            // Whoever reads it says so.
            return false;
        }
    }
}
