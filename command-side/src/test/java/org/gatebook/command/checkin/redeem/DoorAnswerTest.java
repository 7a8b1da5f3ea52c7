package org.gatebook.command.checkin.redeem;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatebook.api.offer.Question;
import org.gatebook.api.offer.Question.Limits;
import org.gatebook.api.offer.Question.Option;
import org.gatebook.api.offer.Question.Type;
import org.gatebook.api.offer.Text;
import org.gatebook.api.order.Attendee;
import org.gatebook.command.checkin.redeem.DoorAnswer.Given;
import org.gatebook.command.checkin.redeem.DoorAnswer.Withdrawn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

/** What fits its question is an answer, an empty value takes one back, and anything else was never said. */
class DoorAnswerTest {

    private static final long ID = 7;
    private static final Limits LIMITS = new Limits(
            new BigDecimal("2"),
            new BigDecimal("40.5"),
            LocalDate.parse("2026-01-01"),
            LocalDate.parse("2026-12-31"),
            Instant.parse("2026-01-01T00:00:00Z"),
            Instant.parse("2026-12-31T00:00:00Z"),
            5,
            false);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        NUMBER    | "2"                         | 2
        NUMBER    | " 40.5 "                    | 40.5
        NUMBER    | 12                          | 12
        TEXT      | "short"                     | short
        LONG_TEXT | "a b"                       | a b
        DATE      | "2026-05-01"                | 2026-05-01
        TIME      | "09:30"                     | 09:30:00
        DATE_TIME | "2026-05-01T10:00:00+02:00" | 2026-05-01 10:00:00+02:00
        DATE_TIME | "2026-05-01T10:00:00Z"      | 2026-05-01 10:00:00+00:00
        DATE_TIME | "2026-05-01T10:00:00"       | 2026-05-01 10:00:00+02:00
        COUNTRY   | "DE"                        | DE
        PHONE     | "+49 30 1"                  | +49 30 1
        YES_NO    | true                        | True
        YES_NO    | "True"                      | True
        YES_NO    | "no"                        | False
        """)
    void a_value_that_fits_is_kept_as_the_language_of_the_reference_writes_it(Type type, String sent, String kept) {
        assertThat(read(question(type, false), sent)).contains(given(kept));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        NUMBER          | "1.9"
        NUMBER          | "41"
        NUMBER          | "many"
        NUMBER          | [3]
        TEXT            | "longer"
        DATE            | "2027-01-01"
        DATE            | "soon"
        TIME            | "25:00"
        DATE_TIME       | "2027-01-01T00:00:00Z"
        DATE_TIME       | "soon"
        COUNTRY         | "XX"
        CHOICE          | "none"
        CHOICE          | {"a": 1}
        MULTIPLE_CHOICE | "s,none"
        MULTIPLE_CHOICE | ["s", "s"]
        MULTIPLE_CHOICE | [["s"]]
        FILE            | "file:1234"
        """)
    void a_value_that_does_not_fit_was_never_said(Type type, String sent) {
        assertThat(read(question(type, false), sent)).isEmpty();
    }

    @Test
    void an_option_is_named_by_its_identifier_or_its_number() {
        for (String sent : List.of("\"s\"", "\"11\"", "11")) {
            assertThat(read(question(Type.CHOICE, true), sent)).contains(chosen("Small", 11L));
        }
    }

    @Test
    void several_options_come_as_a_list_or_with_commas_and_are_kept_in_the_order_of_the_question() {
        for (String sent : List.of("\"l,s\"", "[\"l\", \"s\"]", "[12, 11]", "\"12,s\"")) {
            assertThat(read(question(Type.MULTIPLE_CHOICE, true), sent)).contains(chosen("Small, Large", 11L, 12L));
        }
    }

    @ParameterizedTest
    @EnumSource(Type.class)
    void an_empty_value_takes_the_answer_to_an_optional_question_back_and_settles_no_required_one(Type type) {
        assertThat(read(question(type, false), "\"\"")).contains(new Withdrawn(ID));
        assertThat(read(question(type, true), "\"\"")).isEmpty();
        assertThat(read(question(type, true), "null")).isEmpty();
    }

    @Test
    void no_is_an_answer_to_an_optional_question_only() {
        assertThat(read(question(Type.YES_NO, false), "false")).contains(given("False"));
        assertThat(read(question(Type.YES_NO, true), "false")).isEmpty();
        assertThat(read(question(Type.YES_NO, true), "\"no\"")).isEmpty();
        assertThat(read(question(Type.YES_NO, true), "true")).contains(given("True"));
    }

    private static Optional<DoorAnswer> read(Question question, String json) {
        return DoorAnswer.read(question, JsonMapper.shared().readTree(json), ZoneId.of("Europe/Berlin"), "en");
    }

    private static DoorAnswer given(String text) {
        return new Given(new Attendee.Answer(ID, text, List.of(), null));
    }

    private static DoorAnswer chosen(String text, Long... options) {
        return new Given(new Attendee.Answer(ID, text, List.of(options), null));
    }

    private static Question question(Type type, boolean required) {
        List<Option> options = type.isChoice()
                ? List.of(
                        new Option(11, "s", new Text(Map.of("en", "Small")), 0),
                        new Option(12, "l", new Text(Map.of("en", "Large")), 1))
                : List.of();
        return new Question(
                ID,
                new Text(Map.of("en", "Well?")),
                "WELL",
                type,
                required,
                Set.of(1L),
                0,
                true,
                options,
                false,
                false,
                false,
                null,
                LIMITS);
    }
}
