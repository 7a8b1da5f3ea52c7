package org.gatebook.command.code;

import java.util.random.RandomGenerator;

/**
 * Draws codes that nobody can guess and nobody minds reading out. Whether a code is still free is for the caller to find
 * out, who knows where it must be unique.
 */
public final class RandomCodes {

    private static final int ORDER_SECRET_LENGTH = 16;
    private static final int PSEUDONYM_LENGTH = 10;

    private final RandomGenerator random;
    private final BannedWords banned;

    /** @param random unpredictable, because who guesses a code may use what it stands for */
    public RandomCodes(RandomGenerator random) {
        this.random = random;
        this.banned = BannedWords.load();
    }

    /**
     * A code of so many characters, without any banned word.
     *
     * @param length in characters, at least 1
     */
    public String next(CodeAlphabet alphabet, int length) {
        String code;
        do {
            code = draw(alphabet, length);
        } while (banned.occurIn(code));
        return code;
    }

    /** By what a buyer's link opens the order. */
    public String orderSecret() {
        return next(CodeAlphabet.ORDER_SECRET, ORDER_SECRET_LENGTH);
    }

    /** What a ticket is called where its holder must not be known. Not claimed: of 28^10 hardly one is used. */
    public String pseudonym() {
        return next(CodeAlphabet.GIFT_CARD, PSEUDONYM_LENGTH);
    }

    private String draw(CodeAlphabet alphabet, int length) {
        char[] code = new char[length];
        for (int i = 0; i < length; i++) {
            code[i] = alphabet.at(random.nextInt(alphabet.size()));
        }
        return new String(code);
    }
}
