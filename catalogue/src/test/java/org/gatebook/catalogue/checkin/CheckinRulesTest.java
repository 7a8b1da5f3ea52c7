package org.gatebook.catalogue.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Which rules a list may have (behaviour notes, check-in 4.7). */
class CheckinRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'and': []}",
                "{'<': [{'var': 'entries_number'}, 3]}",
                "{'and': [{'or': [{'isAfter': [{'var': 'now'}, {'buildTime': ['date_admission']}, null]}]}]}",
                "{'inList': [{'var': 'product'}, {'objectList': [{'lookup': ['product', '1', 'Ticket']}]}]}",
                "{'>=': [{'entries_since': [{'buildTime': ['customtime', '10:00']}]}, 1]}",
                "[]",
                "''",
                "false"
            })
    void what_scanners_understand_is_allowed(String rules) {
        assertThat(fault(rules)).isNull();
    }

    @Test
    void everything_else_is_refused_with_the_texts_of_the_reference() {
        assertThat(fault("{'and': [], 'or': []}"))
                .isEqualTo("Rules should not include dictionaries with more than one key, found: \"{'and': [], 'or':"
                        + " []}\".");
        assertThat(fault("{'+': [1, 2]}")).isEqualTo("Logic operator \"+\" is currently not allowed.");
        assertThat(fault("{'var': 'now'}"))
                .isEqualTo("Logic operator \"var\" is currently not allowed on the first level.");
        assertThat(fault("{'<': [{'var': 'weather'}, 3]}"))
                .isEqualTo("Logic variable \"weather\" is currently not allowed.");
        assertThat(fault("{'==': [{'and': [true]}, {'or': [false]}]}"))
                .isEqualTo("You cannot use OR/AND logic on a level below a comparison operator.");
        assertThat(fault("{'and': [{'<': [{'*': 1}, 3]}]}"))
                .isEqualTo("Logic operator \"*\" is currently not allowed.");
    }

    @Test
    void what_would_crash_the_door_is_refused() {
        assertThat(fault("['and']")).isEqualTo("Rules need to be a dictionary, found: \"['and']\".");
        assertThat(fault("'always'")).isNotNull();
        assertThat(fault("{'<': [{'var': []}, 3]}")).isEqualTo("Logic variable \"\" is currently not allowed.");
    }

    private static String fault(String rules) {
        return CheckinRules.fault(JsonMapper.shared().readTree(rules.replace('\'', '"')));
    }
}
