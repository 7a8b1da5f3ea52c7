package org.gatebook.api.personal;

/**
 * Whom a sealed value belongs to, and therefore which key seals it: {@code order:17} for the buyer, {@code position:18}
 * for an attendee, {@code giftcard:19}, {@code medium:20}, {@code customer:21}. Erasing a subject destroys its key.
 *
 * @param value kind and number, joined by a colon; the same text as the aggregate's id where the subject is an aggregate
 */
public record SubjectId(String value) {

    /** @throws IllegalArgumentException if the text is not {@code kind:number} */
    public SubjectId {
        int colon = value.indexOf(':');
        if (colon < 1 || colon == value.length() - 1) {
            throw new IllegalArgumentException("a subject is kind:number");
        }
    }

    /** The subject of this kind and number. */
    public static SubjectId of(String kind, long number) {
        return new SubjectId(kind + ":" + number);
    }

    @Override
    public String toString() {
        return value;
    }
}
