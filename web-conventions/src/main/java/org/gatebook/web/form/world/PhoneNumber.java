package org.gatebook.web.form.world;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import org.jspecify.annotations.Nullable;

/** Telephone numbers as the reference judges them: only with the code of their country. */
final class PhoneNumber {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    private PhoneNumber() {}

    static boolean isValid(String text) {
        Phonenumber.PhoneNumber number = parsed(text);
        return number != null && NUMBERS.isValidNumber(number);
    }

    /** The number in E.164, {@code +49622112345}; the text itself when it is none. */
    static String e164(String text) {
        Phonenumber.PhoneNumber number = parsed(text);
        return number == null ? text : NUMBERS.format(number, PhoneNumberFormat.E164);
    }

    /** The number in groups, {@code +49 621 123456}; the text itself when it is none. */
    static String international(String text) {
        Phonenumber.PhoneNumber number = parsed(text);
        return number == null ? text : NUMBERS.format(number, PhoneNumberFormat.INTERNATIONAL);
    }

    private static Phonenumber.@Nullable PhoneNumber parsed(String text) {
        try {
            return NUMBERS.parse(text, null);
        } catch (NumberParseException noNumber) {
            return null;
        }
    }
}
