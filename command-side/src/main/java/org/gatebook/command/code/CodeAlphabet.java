package org.gatebook.command.code;

/**
 * The characters of a kind of code (behaviour notes, orders 21.1, gift cards 1.1 and reusable media 2.8); those easily
 * taken for each other are left out.
 */
public enum CodeAlphabet {
    /** Gift card codes and pseudonymization ids. */
    GIFT_CARD("ABCDEFGHJKLMNPQRSTUVWXYZ3789"),
    /** Identifiers of media that the server names itself. */
    MEDIUM("ABCDEFGHJKLMNPQRSTUVWXYZ23456789"),
    /** Codes of orders. */
    ORDER("ABCDEFGHJKLMNPQRSTUVWXYZ379"),
    /** What lets buyers see their order. */
    ORDER_SECRET("abcdefghijklmnopqrstuvwxyz0123456789"),
    /** What opens the door. */
    TICKET_SECRET("abcdefghjkmnpqrstuvwxyz23456789");

    private final String characters;

    CodeAlphabet(String characters) {
        this.characters = characters;
    }

    int size() {
        return characters.length();
    }

    char at(int index) {
        return characters.charAt(index);
    }
}
