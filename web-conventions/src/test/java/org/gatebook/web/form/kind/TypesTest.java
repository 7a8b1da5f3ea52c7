package org.gatebook.web.form.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatebook.web.form.Bodies.verdict;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TypesTest {

    @Nested
    class Texts {

        @Test
        void numbers_become_texts_and_flags_do_not() {
            assertThat(verdict(Types.text(), "5")).isEqualTo("ok 5");
            assertThat(verdict(Types.text(), "1.50")).isEqualTo("ok 1.5");
            assertThat(verdict(Types.text(), "1e30")).isEqualTo("ok 1e+30");
            assertThat(verdict(Types.text(), "true")).isEqualTo("Not a valid string.");
            assertThat(verdict(Types.text(), "['a']")).isEqualTo("Not a valid string.");
            assertThat(verdict(Types.text(), "{'a': 1}")).isEqualTo("Not a valid string.");
        }

        @Test
        void white_space_at_the_ends_is_cut() {
            assertThat(verdict(Types.text(), "' a b\\u00a0'")).isEqualTo("ok a b");
            assertThat(verdict(Types.text().untrimmed(), "' a '")).isEqualTo("ok  a ");
            assertThat(verdict(Types.text(), "'   '")).isEqualTo("This field may not be blank.");
            assertThat(verdict(Types.text().orBlank(), "'   '")).isEqualTo("ok ");
        }

        @Test
        void lengths_count_characters() {
            assertThat(verdict(Types.text().upTo(2), "'abc'"))
                    .isEqualTo("Ensure this field has no more than 2 characters.");
            assertThat(verdict(Types.text().upTo(2), "'\\ud83c\\udf9f\\ud83c\\udf9f'"))
                    .startsWith("ok");
            assertThat(verdict(Types.text().atLeast(5), "'ABCD'"))
                    .isEqualTo("Ensure this field has at least 5 characters.");
        }

        @Test
        void null_characters_and_halves_of_characters_are_refused() {
            assertThat(verdict(Types.text(), "'a\\u0000b'")).isEqualTo("Null characters are not allowed.");
            assertThat(verdict(Types.text(), "'a\\ud800'")).isEqualTo("Surrogate characters are not allowed: U+D800.");
        }

        @Test
        void broken_rules_come_together() {
            TextType code = Types.text()
                    .matching(Pattern.compile("^[A-Z]+$"), "Only capitals.")
                    .upTo(3);
            assertThat(verdict(code, "'abcd'"))
                    .isEqualTo("['Only capitals.','Ensure this field has no more than 3 characters.']");
        }
    }

    @Nested
    class Emails {

        @Test
        void need_a_name_and_a_domain_with_a_dot() {
            for (String good :
                    List.of("jane@example.org", "a.b+c@sub.example.museum", "jane@localhost", "j@b\u00fccher.de")) {
                assertThat(verdict(Types.email(), "'" + good + "'")).as(good).isEqualTo("ok " + good);
            }
            for (String bad : List.of(
                    "jane",
                    "jane@example",
                    "a@b",
                    "@example.org",
                    "a b@example.org",
                    "a@-b.org",
                    "a..b@c.de",
                    "no mail")) {
                assertThat(verdict(Types.email(), "'" + bad + "'")).as(bad).isEqualTo("Enter a valid email address.");
            }
        }

        @Test
        void may_end_in_an_address_of_the_network() {
            assertThat(verdict(Types.email(), "'a@[127.0.0.1]'")).startsWith("ok");
            assertThat(verdict(Types.email(), "'a@[::1]'")).startsWith("ok");
            assertThat(verdict(Types.email(), "'a@[300.0.0.1]'")).isEqualTo("Enter a valid email address.");
        }
    }

    @Nested
    class Choices {

        @Test
        void quote_what_came_as_the_reference_would_write_it() {
            var choice = Types.choice("EUR", "USD");
            assertThat(verdict(choice, "'EUR'")).isEqualTo("ok EUR");
            assertThat(verdict(choice, "'eur'")).isEqualTo("\"eur\" is not a valid choice.");
            assertThat(verdict(choice, "5")).isEqualTo("\"5\" is not a valid choice.");
            assertThat(verdict(choice, "true")).isEqualTo("\"True\" is not a valid choice.");
            assertThat(verdict(choice, "['a', null]")).isEqualTo("\"['a', None]\" is not a valid choice.");
            assertThat(verdict(choice, "{'a': 1.0}")).isEqualTo("\"{'a': 1.0}\" is not a valid choice.");
        }

        @Test
        void several_may_be_chosen() {
            var choices = Types.choices(List.of("web", "api"));
            assertThat(verdict(choices, "['api', 'web', 'api']")).isEqualTo("ok [api, web]");
            assertThat(verdict(choices, "['api', 'x']")).isEqualTo("\"x\" is not a valid choice.");
            assertThat(verdict(choices, "'api'")).isEqualTo("Expected a list of items but got type \"str\".");
        }

        @Test
        void may_be_constants() {
            var mode = Types.choice(
                    org.gatebook.web.form.type.Mode.class, value -> value.name().toLowerCase());
            assertThat(verdict(mode, "'create'")).isEqualTo("ok CREATE");
        }
    }

    @Nested
    class Flags {

        @Test
        void have_many_spellings() {
            for (String yes :
                    List.of("true", "1", "1.0", "'true'", "'True'", "'TRUE'", "'t'", "'Y'", "'yes'", "'on'", "'1'")) {
                assertThat(verdict(Types.flag(), yes)).as(yes).isEqualTo("ok true");
            }
            for (String no : List.of("false", "0", "0.0", "'false'", "'F'", "'n'", "'No'", "'off'", "'0'")) {
                assertThat(verdict(Types.flag(), no)).as(no).isEqualTo("ok false");
            }
        }

        @Test
        void are_nothing_else() {
            for (String neither : List.of("2", "'maybe'", "''", "'null'", "[]", "{}", "'tr ue'")) {
                assertThat(verdict(Types.flag(), neither)).as(neither).isEqualTo("Must be a valid boolean.");
            }
        }
    }

    @Nested
    class Integers {

        @Test
        void are_whole() {
            assertThat(verdict(Types.integer(), "'12'")).isEqualTo("ok 12");
            assertThat(verdict(Types.integer(), "3.0")).isEqualTo("ok 3");
            assertThat(verdict(Types.integer(), "' 3.00 '")).isEqualTo("ok 3");
            for (String bad : List.of("'x'", "1.5", "true", "''", "[1]", "'1e3'")) {
                assertThat(verdict(Types.integer(), bad)).as(bad).isEqualTo("A valid integer is required.");
            }
        }

        @Test
        void have_limits() {
            assertThat(verdict(Types.integer().atLeast(0), "-1"))
                    .isEqualTo("Ensure this value is greater than or equal to 0.");
            assertThat(verdict(Types.integer().atMost(5), "6"))
                    .isEqualTo("Ensure this value is less than or equal to 5.");
            assertThat(verdict(Types.integer(), "99999999999999999999"))
                    .isEqualTo("Ensure this value is less than or equal to 9223372036854775807.");
            assertThat(verdict(Types.integer(), "'" + "1".repeat(1001) + "'")).isEqualTo("String value too large.");
        }
    }

    @Nested
    class Lists {

        @Test
        void name_faulty_entries_by_position() {
            assertThat(verdict(Types.list(Types.text()), "['a', {'a': 1}, null]"))
                    .isEqualTo("{'1':['Not a valid string.'],'2':['This field may not be null.']}");
        }

        @Test
        void are_neither_texts_nor_objects() {
            assertThat(verdict(Types.list(Types.text()), "'a'"))
                    .isEqualTo("Expected a list of items but got type \"str\".");
            assertThat(verdict(Types.list(Types.text()), "{}"))
                    .isEqualTo("Expected a list of items but got type \"dict\".");
        }

        @Test
        void have_limits() {
            assertThat(verdict(Types.list(Types.text()).notEmpty(), "[]")).isEqualTo("This list may not be empty.");
            assertThat(verdict(Types.list(Types.text()).upTo(1), "['a', 'b']"))
                    .isEqualTo("Ensure this field has no more than 1 elements.");
        }
    }
}
