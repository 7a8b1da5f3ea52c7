package org.gatebook.query.audit.journal;

/**
 * The part of an order that a posting is about.
 *
 * @param number as clients know it: of a position, payment or refund within the order, of a fee its id
 */
public record Subject(Kind kind, long number) {

    /** What the part is. */
    public enum Kind {
        /** A ticket or another product. */
        POSITION("position"),
        /** A fee. */
        FEE("fee"),
        /** Money that arrived. */
        PAYMENT("payment"),
        /** Money that is given back. */
        REFUND("refund");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** As it is written in tables. */
        public String word() {
            return word;
        }
    }
}
