package org.gatebook.query.order.shown;

import org.gatebook.query.text.SlottedText;

/** The slots in the stored text of orders and their lines. */
public final class OrderSlots {

    /** Where absolute links start; inside a JSON string. */
    public static final char ORIGIN = SlottedText.FIRST;

    /** An order's positions. */
    public static final char POSITIONS = '\u0002';

    /** An order's or a position's files. */
    public static final char DOWNLOADS = '\u0003';

    /** When the order or one of its tickets was last touched. */
    public static final char LAST_MODIFIED = '\u0004';

    /** What a position calls its order. */
    public static final char ORDER = '\u0005';

    /** A ticket's secret. */
    public static final char SECRET = '\u0006';

    /** A ticket's accepted scans. */
    public static final char CHECKINS = '\u0007';

    /** A position's answers. */
    public static final char ANSWERS = '\u0008';

    /** A ticket's pseudonymization id, and the texts of the printed ticket behind it where asked for: keys with values. */
    public static final char PSEUDONYM_AND_TEXTS = '\u000b';

    /** A position's seat. */
    public static final char SEAT = '\u000c';

    /** From when until when a ticket is good, and why it is not: keys with values. */
    public static final char VALIDITY = '\u000e';

    /** Begins a cancelled fee with its comma. */
    public static final char CANCELED_FEE = SlottedText.FIRST_PART;

    /** Begins the number of a gift card in whose place the card is shown. */
    public static final char GIFT_CARD = '\u0011';

    private OrderSlots() {}
}
