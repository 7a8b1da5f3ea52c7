package org.gatebook.catalogue;

import java.security.SecureRandom;

/** Texts that nobody can guess. */
public final class RandomText {

    /** Letters and digits that nobody confuses with each other when reading them out. */
    public static final String UNMISTAKABLE = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    /** Lower-case letters and digits. */
    public static final String LOWER_CASE = "abcdefghijklmnopqrstuvwxyz0123456789";

    /** Capital letters and digits. */
    public static final String UPPER_CASE = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    /** Letters of both cases and digits. */
    public static final String LETTERS_AND_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomText() {}

    /** So many characters of this alphabet, each as likely as any other. */
    public static String of(String alphabet, int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(RANDOM.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
