package org.gatebook.api.giftcard;

import java.util.regex.Pattern;

/**
 * The code printed on a gift card; who knows it may use the card, so {@code toString} hides it.
 *
 * @param value a letter or digit, then at least one of letters, digits, dots and dashes, 190 characters at most; letter
 *     case matters (behaviour notes, gift cards 1.1)
 */
public record GiftCardCode(String value) {

    /** The longest code that a card may have, in characters. */
    public static final int LONGEST = 190;

    /** The form of a code, without its length. */
    public static final Pattern FORM = Pattern.compile("\\A[a-zA-Z0-9][a-zA-Z0-9.-]+\\z");

    /** @throws IllegalArgumentException if the text is no code; forms check before */
    public GiftCardCode {
        if (value.length() > LONGEST || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a gift card code");
        }
    }

    @Override
    public String toString() {
        return "GiftCardCode[...]";
    }
}
