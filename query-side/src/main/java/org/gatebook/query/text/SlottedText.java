package org.gatebook.query.text;

/**
 * Stored JSON with slots: values that are known only when it is read, because they depend on the request, on the
 * catalogue or on another row. JSON never contains a bare control character, so one of them marks a slot, and filling
 * is copying: nothing is parsed.
 *
 * <p>A slot is one character from {@link #FIRST} to {@link #LAST}. A part is such a character's like from {@link
 * #FIRST_PART} to {@link #LAST_PART}, followed by text up to {@link #END}: whoever fills decides about that text.
 */
public final class SlottedText {

    /** The first slot. */
    public static final char FIRST = '\u0001';

    /** The last slot. */
    public static final char LAST = '\u000f';

    /** The first beginning of a part. */
    public static final char FIRST_PART = '\u0010';

    /** The last beginning of a part. */
    public static final char LAST_PART = '\u001c';

    /** The end of a part; parts do not contain each other. */
    public static final char END = '\u001d';

    /** Between the records of several texts in one; no slot. */
    public static final char RECORD = '\u001e';

    /** Between the units of a record; no slot. */
    public static final char UNIT = '\u001f';

    private SlottedText() {}

    /** Knows what belongs where. */
    public interface Filler {

        /** Appends the value of a slot. */
        void slot(char slot, StringBuilder out);

        /** Appends what becomes of a part. */
        default void part(char beginning, CharSequence part, StringBuilder out) {
            throw new IllegalStateException("a part that nobody expects: " + (int) beginning);
        }
    }

    /** Appends the text with its slots filled. */
    public static void fill(CharSequence text, StringBuilder out, Filler filler) {
        int length = text.length();
        int copied = 0;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c < ' ') {
                out.append(text, copied, i);
                if (c <= LAST) {
                    filler.slot(c, out);
                } else {
                    int end = end(text, i);
                    filler.part(c, text.subSequence(i + 1, end), out);
                    i = end;
                }
                copied = i + 1;
            }
        }
        out.append(text, copied, length);
    }

    private static int end(CharSequence text, int beginning) {
        for (int i = beginning + 1; i < text.length(); i++) {
            if (text.charAt(i) == END) {
                return i;
            }
        }
        throw new IllegalStateException("a part without an end");
    }
}
