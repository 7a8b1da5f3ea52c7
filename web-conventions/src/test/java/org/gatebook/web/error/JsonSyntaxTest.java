package org.gatebook.web.error;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonSyntaxTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{|Expecting property name enclosed in double quotes: line 1 column 2 (char 1)",
                "{\"a\":1,}|Expecting property name enclosed in double quotes: line 1 column 8 (char 7)",
                "{'a': 1}|Expecting property name enclosed in double quotes: line 1 column 2 (char 1)",
                "{\"a\" 1}|Expecting ':' delimiter: line 1 column 6 (char 5)",
                "{\"a\": }|Expecting value: line 1 column 7 (char 6)",
                "{\"a\": 1 \"b\": 2}|Expecting ',' delimiter: line 1 column 9 (char 8)",
                "[1,]|Expecting value: line 1 column 4 (char 3)",
                "[1 2]|Expecting ',' delimiter: line 1 column 4 (char 3)",
                "value=1|Expecting value: line 1 column 1 (char 0)",
                "{} x|Extra data: line 1 column 4 (char 3)",
                "01|Extra data: line 1 column 2 (char 1)",
                "\"abc|Unterminated string starting at: line 1 column 1 (char 0)",
                "\"a\\x\"|Invalid \\escape: line 1 column 3 (char 2)",
                "\"\\u12g4\"|Invalid \\uXXXX escape: line 1 column 3 (char 2)",
                "[NaN]|Out of range float values are not JSON compliant: 'NaN'",
                "-|Expecting value: line 1 column 1 (char 0)",
            })
    void faults_are_told_with_their_place(String text, String fault) {
        assertThat(JsonSyntax.fault(text)).isEqualTo(fault);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"2|x", "3|xx"})
    void lines_and_columns_count_characters(int line, String ignored) {
        String text = "[\n".repeat(1) + "\n".repeat(line - 2) + "\"\ud83c\udf9f\" x";
        assertThat(JsonSyntax.fault(text)).startsWith("Expecting ',' delimiter: line " + line + " column 5 ");
    }

    @Property
    void any_text_has_something_said_about_it(@ForAll String text) {
        assertThat(JsonSyntax.fault(text)).isNotEmpty();
    }

    @Property
    void nesting_has_an_end(@ForAll boolean list) {
        assertThat(JsonSyntax.fault((list ? "[" : "{\"a\":").repeat(100_000))).isNotEmpty();
    }
}
