package org.gatebook.api.command;

/**
 * A command to one aggregate. Implementations are records below a sealed interface per aggregate and carry everything
 * that the decision needs and that is not state: the time, new ids, secrets.
 *
 * @param <R> what the sender learns on success
 */
public interface AggregateCommand<R> {

    /** The stream that decides, for example {@code giftcard:100123}. */
    String aggregateId();

    /**
     * Whether the stream begins with this command: its number was drawn for it, so there is nothing to load. Should it
     * have events all the same, storing them collides and nothing is lost.
     */
    default boolean begins() {
        return false;
    }
}
