package org.gatebook.web.form.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatebook.web.form.Bodies.verdict;

import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.gatebook.web.form.type.Converted;
import org.gatebook.web.form.type.Reading;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

class DecimalTypeTest {

    private static final DecimalType MONEY = Types.money();
    private static final String TOO_MANY = "Ensure that there are no more than 13 digits in total.";
    private static final String TOO_FINE = "Ensure that there are no more than 2 decimal places.";
    private static final String TOO_LARGE = "Ensure that there are no more than 11 digits before the decimal point.";
    private static final String NO_NUMBER = "A valid number is required.";

    @Test
    void texts_and_numbers_are_taken() {
        assertThat(verdict(MONEY, "'13.00'")).isEqualTo("ok 13.00");
        assertThat(verdict(MONEY, "13")).isEqualTo("ok 13.00");
        assertThat(verdict(MONEY, "-0.5")).isEqualTo("ok -0.50");
        assertThat(verdict(MONEY, "' +1_000.5 '")).isEqualTo("ok 1000.50");
        assertThat(verdict(MONEY, "'1e3'")).isEqualTo("ok 1000.00");
        assertThat(verdict(MONEY, "'.5'")).isEqualTo("ok 0.50");
        assertThat(verdict(MONEY, "'5.'")).isEqualTo("ok 5.00");
        assertThat(verdict(MONEY, "'\\u0665'")).isEqualTo("ok 5.00");
    }

    @Test
    void what_is_no_number_is_told() {
        for (String bad : new String[] {"'ten'", "''", "' '", "[1]", "{}", "true", "'1,5'", "'0x10'", "'1e'", "'.'"}) {
            assertThat(verdict(MONEY, bad)).as(bad).isEqualTo(NO_NUMBER);
        }
    }

    @Test
    void what_is_not_finite_is_no_number() {
        for (String bad : new String[] {"'NaN'", "'sNaN'", "'Infinity'", "'-inf'", "1e999"}) {
            assertThat(verdict(MONEY, bad)).as(bad).isEqualTo(NO_NUMBER);
        }
    }

    @Test
    void all_digits_are_counted_first() {
        assertThat(verdict(MONEY, "'12345678901234'")).isEqualTo(TOO_MANY);
        assertThat(verdict(MONEY, "'123456789012.00'")).isEqualTo(TOO_MANY);
        assertThat(verdict(MONEY, "'0.00000000000001'")).isEqualTo(TOO_MANY);
        assertThat(verdict(MONEY, "'1e13'")).isEqualTo(TOO_MANY);
        assertThat(verdict(MONEY, "'1e999999999999'")).isEqualTo(TOO_MANY);
    }

    @Test
    void then_those_after_the_point_zeros_included() {
        assertThat(verdict(MONEY, "'1.234'")).isEqualTo(TOO_FINE);
        assertThat(verdict(MONEY, "'1.000'")).isEqualTo(TOO_FINE);
        assertThat(verdict(MONEY, "1.001")).isEqualTo(TOO_FINE);
        assertThat(verdict(MONEY, "1.100")).isEqualTo("ok 1.10");
        assertThat(verdict(MONEY, "1e-7")).isEqualTo(TOO_FINE);
    }

    @Test
    void then_those_before_it() {
        assertThat(verdict(MONEY, "'123456789012'")).isEqualTo(TOO_LARGE);
        assertThat(verdict(MONEY, "'12345678901'")).isEqualTo("ok 12345678901.00");
    }

    @Test
    void limits_are_shown_as_they_were_declared() {
        assertThat(verdict(MONEY.atLeast("0.00"), "'-0.01'"))
                .isEqualTo("Ensure this value is greater than or equal to 0.00.");
        assertThat(verdict(MONEY.atMost("100"), "'100.01'"))
                .isEqualTo("Ensure this value is less than or equal to 100.");
    }

    @Test
    void a_text_has_a_longest_length() {
        assertThat(verdict(MONEY, "'" + "1".repeat(1001) + "'")).isEqualTo("String value too large.");
    }

    @Property
    void digits_are_judged_as_by_counting_them(
            @ForAll("written") String written, @ForAll @IntRange(min = 1, max = 8) int digits) {
        int places = digits / 2;
        assertThat(said(DecimalType.of(digits, places), written)).isEqualTo(counted(written, digits, places));
    }

    @Provide
    Arbitrary<String> written() {
        Arbitrary<String> run = Arbitraries.strings().numeric().ofMaxLength(7);
        return run.flatMap(whole -> run.flatMap(fraction ->
                Arbitraries.of("", "-", "+").map(sign -> sign + whole + (fraction.isEmpty() ? "" : "." + fraction))));
    }

    private static String said(DecimalType type, String written) {
        return switch (type.read(JsonNodeFactory.instance.stringNode(written), Reading.PLAIN)) {
            case Converted.Good<BigDecimal> good -> good.value().toPlainString();
            case Converted.Faulty<BigDecimal> faulty -> faulty.errors().toJson().toString();
        };
    }

    /** Counts the characters of the text, as one would with a finger. */
    private static String counted(String written, int digits, int places) {
        String bare = written.replaceFirst("^[+-]", "");
        int point = bare.indexOf('.');
        String whole = (point < 0 ? bare : bare.substring(0, point)).replaceFirst("^0+", "");
        String fraction = point < 0 ? "" : bare.substring(point + 1);
        if (bare.isEmpty()) {
            return "[A valid number is required.]";
        }
        int before = whole.isEmpty() && fraction.isEmpty() ? 1 : whole.length();
        if (before + fraction.length() > digits) {
            return "[Ensure that there are no more than " + digits + " digits in total.]";
        }
        if (fraction.length() > places) {
            return "[Ensure that there are no more than " + places + " decimal places.]";
        }
        if (before > digits - places) {
            return "[Ensure that there are no more than " + (digits - places) + " digits before the decimal point.]";
        }
        String padded = fraction + "0".repeat(places - fraction.length());
        String number = (whole.isEmpty() ? "0" : whole) + (places == 0 ? "" : "." + padded);
        boolean zero = (whole + fraction).replace("0", "").isEmpty();
        return (written.startsWith("-") && !zero ? "-" : "") + number;
    }
}
