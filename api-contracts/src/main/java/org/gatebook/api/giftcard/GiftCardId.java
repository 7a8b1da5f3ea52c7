package org.gatebook.api.giftcard;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gatebook.api.personal.SubjectId;

/**
 * The number by which clients know a gift card, and which names its stream: an address leads to the card without a
 * search.
 *
 * @param number drawn from the sequence of all identifiers that clients see
 */
public record GiftCardId(@JsonValue long number) {

    /** The kind of the streams, and what their names start with. */
    public static final String KIND = "giftcard";

    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,18}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public GiftCardId {}

    /** The stream of the card, for example {@code giftcard:100123}. */
    public String aggregateId() {
        return KIND + ":" + number;
    }

    /**
     * The card of this stream.
     *
     * @throws IllegalArgumentException if the stream is no gift card's
     */
    public static GiftCardId ofAggregate(String aggregateId) {
        if (!aggregateId.startsWith(KIND + ":")) {
            throw new IllegalArgumentException(aggregateId + " is no gift card");
        }
        return new GiftCardId(Long.parseLong(aggregateId, KIND.length() + 1, aggregateId.length(), 10));
    }

    /**
     * The card that a client's JSON names under {@code gift_card}, as the info of a payment does: by its number, or by that
     * as text, as everywhere in the API (behaviour notes, 0.4).
     */
    public static Optional<GiftCardId> namedIn(Map<?, ?> info) {
        Object named = info.get("gift_card");
        if (named instanceof Number number) {
            return Optional.of(new GiftCardId(number.longValue()));
        }
        return named instanceof String text && DIGITS.matcher(text).matches()
                ? Optional.of(new GiftCardId(Long.parseLong(text)))
                : Optional.empty();
    }

    /** Whose key seals the card's code. */
    public SubjectId subject() {
        return SubjectId.of(KIND, number);
    }
}
