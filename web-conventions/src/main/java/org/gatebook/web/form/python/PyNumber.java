package org.gatebook.web.form.python;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the reference's language takes for a number when it stands in a text, and how it writes one. */
public final class PyNumber {

    private static final Pattern DECIMAL = Pattern.compile("([+-]?)(?:(\\d+)\\.?(\\d*)|\\.(\\d+))(?:[eE]([+-]?\\d+))?");
    private static final Pattern INTEGER = Pattern.compile("[+-]?\\d+(?:_\\d+)*");
    private static final BigInteger GREATEST_EXPONENT = new BigInteger("999999999999999999");
    private static final int BEYOND_ANY_FIELD = 1_000_000;

    private PyNumber() {}

    /**
     * The finite decimal number in a text; null when there is none ({@code NaN} and {@code Infinity} are none either).
     * Digits after the point and zeros are kept, because limits count them. Exponents beyond a million are cut to a
     * million: no field is that wide, and the message is the same.
     */
    public static @Nullable BigDecimal decimal(String text) {
        Matcher matcher = DECIMAL.matcher(asciiDigits(PyText.strip(text).replace("_", "")));
        if (!matcher.matches()) {
            return null;
        }
        String whole = matcher.group(2) == null ? "" : matcher.group(2);
        String fraction = matcher.group(4) == null ? matcher.group(3) : matcher.group(4);
        BigInteger exponent = matcher.group(5) == null ? BigInteger.ZERO : new BigInteger(matcher.group(5));
        if (exponent.abs().compareTo(GREATEST_EXPONENT) > 0) {
            return null;
        }
        BigInteger limit = BigInteger.valueOf(BEYOND_ANY_FIELD);
        int power = exponent.min(limit).max(limit.negate()).intValue();
        BigInteger digits = new BigInteger(whole + fraction);
        return new BigDecimal("-".equals(matcher.group(1)) ? digits.negate() : digits, fraction.length() - power);
    }

    /** The whole number in a text, of any size; null when there is none. */
    public static @Nullable BigInteger integer(String text) {
        String digits = asciiDigits(PyText.strip(text));
        if (!INTEGER.matcher(digits).matches()) {
            return null;
        }
        String plain = digits.replace("_", "");
        return new BigInteger(plain.startsWith("+") ? plain.substring(1) : plain);
    }

    /** A number of JSON as the reference's language keeps it; beyond its range it is infinite. */
    public static double floatValue(JsonNode number) {
        return number.isBigDecimal() ? number.decimalValue().doubleValue() : number.doubleValue();
    }

    /** The shortest text that reads back as this number: {@code 1.0}, {@code 1e+16}, {@code 1.5e-07}. */
    public static String floatText(double number) {
        if (Double.isNaN(number)) {
            return "nan";
        }
        if (Double.isInfinite(number)) {
            return number > 0 ? "inf" : "-inf";
        }
        if (number == 0) {
            return 1 / number < 0 ? "-0.0" : "0.0";
        }
        BigDecimal shortest = new BigDecimal(Double.toString(number)).stripTrailingZeros();
        int power = shortest.precision() - shortest.scale() - 1;
        if (power >= -4 && power < 16) {
            return shortest.setScale(Math.max(shortest.scale(), 1)).toPlainString();
        }
        String digits = shortest.unscaledValue().abs().toString();
        String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
        return (number < 0 ? "-" : "") + digits.charAt(0) + fraction + "e" + (power < 0 ? "-" : "+")
                + (Math.abs(power) < 10 ? "0" : "") + Math.abs(power);
    }

    private static String asciiDigits(String text) {
        if (text.chars().allMatch(c -> c < 0x80)) {
            return text;
        }
        StringBuilder ascii = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (Character.isDigit(c)) {
                ascii.append(Character.digit(c, 10));
            } else {
                ascii.appendCodePoint(c);
            }
        });
        return ascii.toString();
    }
}
