package org.gatebook.command.code;

import java.util.random.RandomGenerator;

/**
 * Draws codes that nobody can guess and nobody minds reading out. Whether a code is still free is for the caller to find
 * out, who knows where it must be unique.
 */
public final class RandomCodes {

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

    private String draw(CodeAlphabet alphabet, int length) {
        char[] code = new char[length];
        for (int i = 0; i < length; i++) {
            code[i] = alphabet.at(random.nextInt(alphabet.size()));
        }
        return new String(code);
    }
}
