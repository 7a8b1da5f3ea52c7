package org.gatebook.eventstore.sealing;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.gatebook.api.personal.SubjectId;

/**
 * The keys of subjects. A subject gets its key when something of it is sealed for the first time, and loses it for ever
 * when it is erased.
 */
public interface SubjectKeys {

    /**
     * The key, made if the subject has none yet.
     *
     * @return empty when the subject was erased
     */
    Optional<SubjectKey> obtain(SubjectId subject);

    /** Makes sure that these keys are at hand, those missing made, with one statement. */
    void obtainAll(Collection<SubjectId> subjects);

    /**
     * The key of a subject that has or had one.
     *
     * @return empty when the subject was erased
     * @throws MissingKey if there never was one: the key store does not belong to this log, or has lost keys
     */
    Optional<SubjectKey> existing(SubjectId subject);

    /** Fetches these keys with one statement, as far as they are not at hand. */
    void prefetch(Collection<SubjectId> subjects);

    /**
     * Does work that meets these subjects again and again. Their keys are fetched with one statement and stay at hand until
     * it is done, however many they are; those of {@link #prefetch} may make room for each other.
     */
    <T> T with(Collection<SubjectId> subjects, Supplier<T> work);

    /** Does work to which what belongs to these subjects stays closed, as if they were erased: for who needs none of it. */
    <T> T without(Collection<SubjectId> subjects, Supplier<T> work);

    /**
     * Destroys the key. What it sealed can never be read again: by the present unit from now on, by others on this node when
     * it has committed, by other nodes when they meet the event that says so, or within minutes.
     */
    void erase(SubjectId subject);

    /** Asks the store anew for these keys: they may have been destroyed by another node. */
    void forget(Collection<SubjectId> subjects);

    /** Those of these subjects that have a key in the store, whatever is at hand. */
    Set<SubjectId> present(Collection<SubjectId> subjects);

    /** Text sealed under a subject exists, but the subject never had a key here. */
    final class MissingKey extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        MissingKey(SubjectId subject) {
            super("the key store has no key of " + subject
                    + ": it does not belong to this log, or was restored from an older backup");
        }
    }
}
