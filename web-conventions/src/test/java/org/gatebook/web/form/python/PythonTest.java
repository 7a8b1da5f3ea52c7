package org.gatebook.web.form.python;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gatebook.web.answer.ApiJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PythonTest {

    @ParameterizedTest
    @CsvSource({
        "1, 1.0",
        "0.1, 0.1",
        "1e16, 1e+16",
        "1e15, 1000000000000000.0",
        "123456789.125, 123456789.125",
        "1e-4, 0.0001",
        "1e-5, 1e-05",
        "1.5e-7, 1.5e-07",
        "1e22, 1e+22",
        "-2.5e300, -2.5e+300",
        "1e100, 1e+100",
        "0, 0.0",
        "-0.0, -0.0",
        "1e7, 10000000.0"
    })
    void floats_have_their_shortest_text(double number, String text) {
        assertThat(PyNumber.floatText(number)).isEqualTo(text);
    }

    @Property
    void that_text_reads_back(@ForAll double number) {
        String text = PyNumber.floatText(number);
        assertThat(Double.parseDouble(text)).isEqualTo(number);
        assertThat(PyNumber.decimal(text)).isEqualByComparingTo(new BigDecimal(text));
    }

    @Property
    void integers_read_back(@ForAll BigInteger number) {
        assertThat(PyNumber.integer(" " + number + "\t")).isEqualTo(number);
    }

    @Property
    void no_text_breaks_the_readers(@ForAll String text) {
        PyNumber.decimal(text);
        PyNumber.integer(text);
        PyMoment.moment(text);
        PyMoment.date(text);
        PyMoment.time(text);
        assertThat(PyText.strip(text)).hasSizeLessThanOrEqualTo(text.length());
    }

    @ParameterizedTest
    @CsvSource({"1_000, 1000", "+5, 5", "-5, -5", "007, 7"})
    void integers_may_be_grouped_and_signed(String text, BigInteger number) {
        assertThat(PyNumber.integer(text)).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({"1__0", "_1", "1_", "1.0", "x", "''", "+", "0x1", "1e3"})
    void other_texts_are_no_integers(String text) {
        assertThat(PyNumber.integer(text)).isNull();
    }

    @Test
    void values_are_quoted_as_in_a_program() {
        assertThat(str("{\"a\": [1, 2.0, true, null, \"it's\"], \"b\\\\\": \"\\n\\u0001\\\"\"}"))
                .isEqualTo("{'a': [1, 2.0, True, None, \"it's\"], 'b\\\\': '\\n\\x01\"'}");
        assertThat(str("\"plain\"")).isEqualTo("plain");
        assertThat(str("null")).isEqualTo("None");
    }

    @Test
    void types_have_the_names_of_the_language() {
        assertThat(type("{}")).isEqualTo("dict");
        assertThat(type("[]")).isEqualTo("list");
        assertThat(type("1")).isEqualTo("int");
        assertThat(type("1.0")).isEqualTo("float");
        assertThat(type("null")).isEqualTo("NoneType");
    }

    private static String str(String json) {
        return PyText.str(ApiJson.mapper().readTree(json));
    }

    private static String type(String json) {
        return PyText.typeName(ApiJson.mapper().readTree(json));
    }
}
