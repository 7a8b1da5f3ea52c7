package org.gatebook.web.form.kind;

import java.net.IDN;
import java.util.regex.Pattern;

/** Which texts the reference takes for an e-mail address: a dotted word or a quoted text, then a domain with a dot. */
final class EmailAddress {

    private static final String WORD = "[-!#$%&'*+/=?^_`{}|~0-9a-zA-Z]+";
    private static final Pattern LOCAL_PART = Pattern.compile(WORD + "(?:\\." + WORD + ")*"
            + "|\"(?:[\\x01-\\x08\\x0b\\x0c\\x0e-\\x1f!#-\\[\\]-\\x7f]|\\\\[\\x01-\\x09\\x0b\\x0c\\x0e-\\x7f])*\"");
    private static final Pattern DOMAIN = Pattern.compile(
            "(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9-]{2,63}(?<!-)", Pattern.CASE_INSENSITIVE);
    private static final Pattern ADDRESS_LITERAL = Pattern.compile("\\[(?:"
            + "(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!])|(?=]))){4}"
            + "|(?=[0-9a-fA-F:.]*:)[0-9a-fA-F:.]{2,45})]");

    private EmailAddress() {}

    static boolean isValid(String text) {
        int at = text.lastIndexOf('@');
        if (at < 0 || !LOCAL_PART.matcher(text.substring(0, at)).matches()) {
            return false;
        }
        String domain = text.substring(at + 1);
        return domain.equals("localhost") || isDomain(domain) || isDomain(ascii(domain));
    }

    private static boolean isDomain(String text) {
        return DOMAIN.matcher(text).matches() || ADDRESS_LITERAL.matcher(text).matches();
    }

    private static String ascii(String domain) {
        try {
            return IDN.toASCII(domain);
        } catch (IllegalArgumentException notADomain) {
            return "";
        }
    }
}
