package org.gatebook.command.ticket.rule;

import java.time.Instant;
import org.gatebook.api.offer.CheckinList;

/** Whether a list's rules let somebody in, and if not, what to say at the door. Pure. */
public final class EntryRules {

    private static final String UNKNOWN = "Unknown reason";

    private final Object rules;

    private EntryRules(Object rules) {
        this.rules = rules;
    }

    /** The rules of this list; none let everybody in. */
    public static EntryRules of(CheckinList list) {
        return new EntryRules(list.rules());
    }

    /** Whether they let this entry pass. Rules without meaning let nobody pass: the reference fails on them. */
    public boolean allow(EntryFacts facts) {
        try {
            return JsonLogic.isTrue(new JsonLogic(facts).value(rules));
        } catch (UnusableRule e) {
            return false;
        }
    }

    /**
     * Why they do not.
     *
     * @param now the real time: a bound that is hours away is told by its time of day
     */
    public String explain(EntryFacts facts, Instant now) {
        try {
            return new Explanation(facts, now).of(rules);
        } catch (UnusableRule e) {
            return UNKNOWN;
        }
    }
}
