package org.gatebook.web.filter;

import org.gatebook.api.EventSlug;
import org.gatebook.web.auth.Credential;
import org.gatebook.web.auth.EventReach;

/** What lists of an organizer show of its events: only that of those which the credential may touch. */
public final class ReachedEvents {

    private ReachedEvents() {}

    /**
     * The condition on rows.
     *
     * @param column the slug of a row's event
     */
    public static Condition of(Credential credential, String column) {
        if (!(credential instanceof Credential.Member member)) {
            return Condition.of("false");
        }
        return switch (member.reach()) {
            case EventReach.All all -> Condition.of("true");
            case EventReach.Only only ->
                Condition.of(
                        column + " = any (:reached)",
                        "reached",
                        only.events().stream().map(EventSlug::value).toArray(String[]::new));
        };
    }

    /** Whether the credential may touch this event. */
    public static boolean include(Credential credential, EventSlug event) {
        return credential instanceof Credential.Member member && member.reach().includes(event);
    }

    /** Whether the credential may touch every event of its organizer. */
    public static boolean includeAll(Credential credential) {
        return credential instanceof Credential.Member member && member.reach() instanceof EventReach.All;
    }
}
