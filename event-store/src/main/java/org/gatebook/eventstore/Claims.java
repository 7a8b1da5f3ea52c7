package org.gatebook.eventstore;

import java.util.HashSet;
import java.util.Map;
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
     * @param owners the owner to be, by value
     * @return the values that someone else has
     */
    default Set<String> claimAll(String kind, String scope, Map<String, String> owners) {
        Set<String> taken = new HashSet<>();
        owners.forEach((value, owner) -> {
            if (!claim(kind, scope, value, owner)) {
                taken.add(value);
            }
        });
        return taken;
    }

    /** Gives a value back; does nothing when this owner does not have it. */
    void release(String kind, String scope, String value, String owner);

    /** Who has it, if anyone; one statement. */
    Optional<String> owner(String kind, String scope, String value);
}
