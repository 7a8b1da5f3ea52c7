package org.gatebook.eventstore;

import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What only one may have: codes, secrets, identifiers of media. Claims live in the unit's transaction; when two units
 * claim the same value, the later one waits for the end of the earlier.
 */
public interface Claims {

    /**
     * Takes a value.
     *
     * @param kind what is claimed, for example {@code giftcard.code}
     * @param scope where it is unique, for example the organizer
     * @param value the value
     * @param owner who has it then, usually an aggregate's id
     * @return false when someone else has it; true also when this owner has it already
     */
    boolean claim(String kind, String scope, String value, String owner);

    /**
     * Takes several values; with a table behind it one statement.
     *
     * @param wanted of whatever kinds, each value once
     * @return those that someone else has; the others are taken
     */
    default Set<Claim> claimAll(Collection<Claim> wanted) {
        Set<Claim> taken = new HashSet<>();
        for (Claim claim : wanted) {
            if (!claim(claim.kind(), claim.scope(), claim.value(), claim.owner())) {
                taken.add(claim);
            }
        }
        return taken;
    }

    /** A value that somebody wants; the components are those of {@link #claim}. */
    record Claim(String kind, String scope, String value, String owner) {}

    /** Gives a value back; does nothing when this owner does not have it. */
    void release(String kind, String scope, String value, String owner);

    /** Who has it, if anyone; one statement. */
    Optional<String> owner(String kind, String scope, String value);
}
