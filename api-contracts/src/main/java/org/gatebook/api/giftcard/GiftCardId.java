package org.gatebook.api.giftcard;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.gatebook.api.personal.SubjectId;

/**
 * The number by which clients know a gift card, and which names its stream: an address leads to the card without a
 * search.
 *
 * @param number drawn from the sequence of all identifiers that clients see
 */
public record GiftCardId(@JsonValue long number) {

    private static final String KIND = "giftcard";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public GiftCardId {}

    /** The stream of the card, for example {@code giftcard:100123}. */
    public String aggregateId() {
        return KIND + ":" + number;
    }

    /** Whose key seals the card's code. */
    public SubjectId subject() {
        return SubjectId.of(KIND, number);
    }
}
