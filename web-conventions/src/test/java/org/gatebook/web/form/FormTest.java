package org.gatebook.web.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gatebook.web.form.Bodies.errors;
import static org.gatebook.web.form.Bodies.json;
import static org.gatebook.web.form.Bodies.pairs;
import static org.gatebook.web.form.Bodies.parsed;
import static org.gatebook.web.form.Field.optional;
import static org.gatebook.web.form.Field.readOnly;
import static org.gatebook.web.form.Field.required;
import static org.gatebook.web.form.kind.Types.choice;
import static org.gatebook.web.form.kind.Types.dateTime;
import static org.gatebook.web.form.kind.Types.decimal;
import static org.gatebook.web.form.kind.Types.flag;
import static org.gatebook.web.form.kind.Types.json;
import static org.gatebook.web.form.kind.Types.list;
import static org.gatebook.web.form.kind.Types.text;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.gatebook.web.error.Rejected;
import org.gatebook.web.form.type.FieldDescription;
import org.gatebook.web.form.type.Lookups;
import org.gatebook.web.form.type.Mode;
import org.gatebook.web.form.type.Relation;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Long: each type of field, with its messages, in one form. */
class FormTest {

    private static final Field<Long> ID = readOnly("id", org.gatebook.web.form.kind.Types.integer());
    private static final Field<String> CODE = required("code", text().upTo(10)).writeOnce();
    private static final Field<BigDecimal> VALUE =
            required("value", decimal(13, 2).atLeast("0.00"));
    private static final Field<String> KIND = optional("kind", choice("a", "b")).orElse("a");
    private static final Field<Boolean> TEST = optional("test", flag()).orElse(false);
    private static final Field<Instant> EXPIRES =
            optional("expires", dateTime()).nullable();
    private static final Field<String> NOTE = optional("note", text().orBlank()).nullable();
    private static final Form CARD = Form.of(ID, CODE, VALUE, KIND, TEST, EXPIRES, NOTE);

    @Nested
    class Presence {

        @Test
        void required_fields_are_asked_for_all_at_once() {
            assertThat(errors(CARD, "{}"))
                    .isEqualTo("{'code':['This field is required.'],'value':['This field is required.']}");
        }

        @Test
        void null_is_refused_unless_it_is_a_value() {
            assertThat(errors(CARD, "{'code': null, 'value': null, 'test': null, 'expires': null}"))
                    .isEqualTo("{'code':['This field may not be null.'],'value':['This field may not be null.'],"
                            + "'test':['This field may not be null.']}");
        }

        @Test
        void blank_is_not_null() {
            assertThat(errors(CARD, "{'code': '', 'value': '', 'kind': '', 'note': '', 'expires': ''}"))
                    .isEqualTo("{'code':['This field may not be blank.'],'value':['A valid number is required.'],"
                            + "'kind':['`` is not a valid choice.'],'expires':['Datetime has wrong format. Use one of"
                            + " these formats instead: YYYY-MM-DDThh:mm[:ss[.uuuuuu]][+HH:MM|-HH:MM|Z].']}");
        }

        @Test
        void defaults_fill_in_when_something_is_created() {
            Parsed card = parsed(CARD, "{'code': 'A', 'value': 5}");
            assertThat(card.get(KIND)).isEqualTo("a");
            assertThat(card.get(TEST)).isFalse();
            assertThat(card.wasSent(TEST)).isFalse();
            assertThat(card.has(NOTE)).isFalse();
            assertThat(card.find(NOTE)).isNull();
            assertThat(card.get(VALUE)).isEqualTo(new BigDecimal("5.00"));
        }

        @Test
        void a_put_needs_what_is_required_and_keeps_the_rest() {
            assertThat(errors(CARD, Mode.REPLACE, json("{'value': '3.00'}"), Lookups.none()))
                    .isEqualTo("{'code':['This field is required.']}");
            Parsed card = CARD.replace(json("{'value': '3.00', 'code': 'A'}"), Lookups.none());
            assertThat(card.has(TEST)).isFalse();
            assertThat(card.orKeep(NOTE, "Food only")).isEqualTo("Food only");
        }

        @Test
        void a_patch_needs_nothing_but_checks_what_it_sends() {
            assertThat(errors(CARD, Mode.CHANGE, json("{}"), Lookups.none())).isEmpty();
            assertThat(errors(CARD, Mode.CHANGE, json("{'code': '', 'value': null}"), Lookups.none()))
                    .isEqualTo("{'code':['This field may not be blank.'],'value':['This field may not be null.']}");
        }

        @Test
        void null_and_absent_differ() {
            Parsed card = CARD.change(json("{'note': null}"), Lookups.none());
            assertThat(card.has(NOTE)).isTrue();
            assertThat(card.orKeep(NOTE, "Food only")).isNull();
            assertThatThrownBy(() -> card.get(NOTE)).isInstanceOf(NoSuchElementException.class);
        }

        @Test
        void fields_written_once_are_checked_later_but_are_no_change() {
            Parsed card = CARD.change(json("{'code': 'B', 'note': 'x'}"), Lookups.none());
            assertThat(card.get(CODE)).isEqualTo("B");
            assertThat(card.changes()).containsExactly("note");
            assertThat(parsed(CARD, "{'code': 'A', 'value': 5}").changes()).contains("code");
        }

        @Test
        void unknown_and_read_only_members_are_ignored() {
            Parsed card = parsed(CARD, "{'id': 'x', 'nonsense': [1], 'code': 'A', 'value': '1'}");
            assertThat(card.has(ID)).isFalse();
        }

        @Test
        void a_former_name_is_read_where_the_new_one_is_absent() {
            Field<Boolean> mail = optional("send_email", flag()).formerly("send_mail");
            Form form = Form.of(mail);
            assertThat(parsed(form, "{'send_mail': true}").get(mail)).isTrue();
            assertThat(parsed(form, "{'send_mail': true, 'send_email': false}").get(mail))
                    .isFalse();
            assertThat(errors(form, "{'send_mail': 'maybe'}")).isEqualTo("{'send_email':['Must be a valid boolean.']}");
            assertThat(form.create(pairs("send_mail=1"), Lookups.none()).get(mail))
                    .isTrue();
        }

        @Test
        void an_expanded_field_is_not_read() {
            Form ignoring = CARD.ignoring(Set.of("expires"));
            assertThat(errors(ignoring, "{'code': 'A', 'value': '1', 'expires': 'soon'}"))
                    .isEmpty();
        }
    }

    @Nested
    class WholeBodies {

        @Test
        void a_list_is_no_dictionary() {
            assertThat(errors(CARD, "[]"))
                    .isEqualTo("{'non_field_errors':['Invalid data. Expected a dictionary, but got list.']}");
        }

        @Test
        void the_type_that_came_is_named() {
            assertThat(errors(CARD, "'card'")).contains("but got str.");
            assertThat(errors(CARD, "5")).contains("but got int.");
            assertThat(errors(CARD, "5.5")).contains("but got float.");
            assertThat(errors(CARD, "true")).contains("but got bool.");
        }

        @Test
        void null_is_no_data() {
            assertThat(errors(CARD, "null")).isEqualTo("{'non_field_errors':['No data provided']}");
        }

        @Test
        void a_rejected_body_is_400() {
            assertThatThrownBy(() -> parsed(CARD, "{}"))
                    .isInstanceOfSatisfying(
                            Rejected.class,
                            rejected -> assertThat(rejected.error().status()).isEqualTo(400));
        }
    }

    @Nested
    class Rules {

        private static final Form DATED = CARD.check((card, errors) -> {
                    if (card.get(CODE).startsWith("X")) {
                        errors.add("Codes with X are used up.", "code");
                    }
                })
                .check((card, errors) -> errors.add("Never.")); // reached only by codes without X

        @Test
        void are_asked_when_all_fields_are_right() {
            assertThat(errors(DATED, "{'code': 'X', 'value': 'many'}"))
                    .isEqualTo("{'value':['A valid number is required.']}");
            assertThat(errors(DATED, "{'code': 'X', 'value': '1'}"))
                    .isEqualTo("{'code':['Codes with X are used up.']}");
        }

        @Test
        void about_the_whole_object_stand_apart() {
            assertThat(errors(DATED, "{'code': 'Y', 'value': '1'}")).isEqualTo("{'non_field_errors':['Never.']}");
        }

        @Test
        void may_look_things_up() {
            Relation<String, String> taken = Relation.byText("code taken");
            Lookups lookups = Lookups.of(taken, (String code) -> code.equals("A") ? code : null);
            Field<String> code =
                    required("code", text().must((value, all) -> all.find(taken, value) == null ? null : "Taken."));
            assertThat(errors(Form.of(code), Mode.CREATE, json("{'code': 'A'}"), lookups))
                    .isEqualTo("{'code':['Taken.']}");
            Form whole = Form.of(CODE).check((card, errors, all) -> {
                if (all.find(taken, card.get(CODE)) != null) {
                    errors.add("Taken.", "code");
                }
            });
            assertThat(errors(whole, Mode.CREATE, json("{'code': 'A'}"), lookups))
                    .isEqualTo("{'code':['Taken.']}");
        }

        @Test
        void of_a_field_come_together() {
            Field<String> word = required(
                    "word",
                    text().must(value -> value.length() > 3, "Too short.")
                            .must(value -> value.equals("open"), "Not the word."));
            assertThat(errors(Form.of(word), "{'word': 'abc'}")).isEqualTo("{'word':['Too short.','Not the word.']}");
            assertThat(errors(Form.of(word), "{'word': ''}")).isEqualTo("{'word':['This field may not be blank.']}");
        }
    }

    @Nested
    class Nestings {

        private static final Field<String> QUESTION = required("question", text());
        private static final Field<List<String>> OPTIONS = optional("options", list(text()));
        private static final Form ANSWER = Form.of(QUESTION, OPTIONS);
        private static final Field<List<Parsed>> ANSWERS = optional("answers", ANSWER.rows());
        private static final Field<String> ITEM = required("item", text());
        private static final Form POSITION = Form.of(ITEM, ANSWERS);
        private static final Field<List<Parsed>> POSITIONS =
                required("positions", POSITION.rows().upTo(3));
        private static final Field<Parsed> ADDRESS =
                optional("address", Form.of(required("city", text())).nested());
        private static final Field<JsonNode> META = optional("meta", json());
        private static final Form ORDER = Form.of(POSITIONS, ADDRESS, META);

        @Test
        void errors_of_a_list_mirror_it() {
            assertThat(errors(ORDER, "{'positions': [{}, {'item': 'a'}, {'item': null}]}"))
                    .isEqualTo("{'positions':[{'item':['This field is required.']},{},"
                            + "{'item':['This field may not be null.']}]}");
        }

        @Test
        void at_any_depth() {
            assertThat(
                            errors(
                                    ORDER,
                                    "{'positions': [{'item': 'a'}, {'item': 'b', 'answers': [{'question': 'q'}, {'options': [[1]]}]}]}"))
                    .isEqualTo("{'positions':[{},{'answers':[{},{'question':['This field is required.'],"
                            + "'options':{'0':['Not a valid string.']}}]}]}");
        }

        @Test
        void what_is_no_list_is_told_inside() {
            assertThat(errors(ORDER, "{'positions': {'item': 'a'}}"))
                    .isEqualTo("{'positions':{'non_field_errors':['Expected a list of items but got type `dict`.']}}");
            assertThat(errors(ORDER, "{'positions': 'a'}")).contains("but got type `str`.");
        }

        @Test
        void entries_that_are_no_objects_are_told_where_they_stand() {
            assertThat(errors(ORDER, "{'positions': ['ticket', {'item': 'a'}, null]}"))
                    .isEqualTo(
                            "{'positions':[{'non_field_errors':['Invalid data. Expected a dictionary, but got str.']},"
                                    + "{},['This field may not be null.']]}");
        }

        @Test
        void a_list_may_have_a_length() {
            String four = "{'positions': [{'item': 'a'}, {'item': 'a'}, {'item': 'a'}, {'item': 'a'}]}";
            assertThat(errors(ORDER, four))
                    .isEqualTo("{'positions':{'non_field_errors':['Ensure this field has no more than 3 elements.']}}");
            Form some = Form.of(required("positions", POSITION.rows().notEmpty()));
            assertThat(errors(some, "{'positions': []}"))
                    .isEqualTo("{'positions':{'non_field_errors':['This list may not be empty.']}}");
        }

        @Test
        void rules_among_entries_are_told_beside_faults_of_other_fields() {
            Form form = Form.of(
                    required(
                            "positions",
                            POSITION.rows()
                                    .check((rows, errors) -> {
                                        if (rows.size() == 2) {
                                            errors.add("Never two.", 1, "item");
                                        }
                                    })
                                    .must(rows -> rows.isEmpty() ? "An order cannot be empty." : null)),
                    required("value", decimal(4, 2)));
            assertThat(errors(form, "{'positions': [{'item': 'a'}, {'item': 'b'}], 'value': 'x'}"))
                    .isEqualTo("{'positions':[{},{'item':['Never two.']}],'value':['A valid number is required.']}");
            assertThat(errors(form, "{'positions': [], 'value': 1}"))
                    .isEqualTo("{'positions':['An order cannot be empty.']}");
            assertThat(errors(form, "{'positions': [{'item': 'a'}, {}], 'value': 1}"))
                    .isEqualTo("{'positions':[{},{'item':['This field is required.']}]}");
        }

        @Test
        void an_object_inside_has_a_form_of_its_own() {
            assertThat(errors(ORDER, "{'positions': [], 'address': []}"))
                    .isEqualTo(
                            "{'address':{'non_field_errors':['Invalid data. Expected a dictionary, but got list.']}}");
            assertThat(errors(ORDER, "{'positions': [], 'address': null}"))
                    .isEqualTo("{'address':['This field may not be null.']}");
        }

        @Test
        void a_patch_needs_nothing_inside_either() {
            assertThat(errors(ORDER, Mode.CHANGE, json("{'address': {}}"), Lookups.none()))
                    .isEmpty();
        }

        @Test
        void values_come_out_typed() {
            Parsed order = parsed(ORDER, "{'positions': [{'item': 'a', 'answers': [{'question': 'q'}]}], 'meta': [1]}");
            Parsed position = order.get(POSITIONS).getFirst();
            assertThat(position.get(ITEM)).isEqualTo("a");
            assertThat(position.get(ANSWERS).getFirst().get(QUESTION)).isEqualTo("q");
            assertThat(order.get(META).toString()).isEqualTo("[1]");
        }

        @Test
        void pairs_of_keys_and_values_nest_too() {
            Parsed order = ORDER.create(
                    pairs("positions[0]item=a&positions[1]item=b&positions[1]answers[0]question=q"
                            + "&positions[1]answers[0]options=x&positions[1]answers[0]options=y"
                            + "&address.city=Bonn&meta=%5B1%5D"),
                    Lookups.none());
            assertThat(order.get(POSITIONS)).hasSize(2);
            assertThat(order.get(POSITIONS).get(1).get(ANSWERS).getFirst().get(OPTIONS))
                    .containsExactly("x", "y");
            assertThat(order.get(META).toString()).isEqualTo("[1]");
        }
    }

    @Nested
    class Pairs {

        @Test
        void a_flag_that_is_not_sent_is_false_except_in_a_patch() {
            assertThat(CARD.create(pairs("code=A&value=1"), Lookups.none()).get(TEST))
                    .isFalse();
            assertThat(CARD.change(pairs("value=1"), Lookups.none()).has(TEST)).isFalse();
        }

        @Test
        void an_empty_text_is_null_or_left_out_where_texts_may_not_be_empty() {
            Parsed card = CARD.create(pairs("code=A&value=1&expires=&kind=&note="), Lookups.none());
            assertThat(card.has(EXPIRES)).isTrue();
            assertThat(card.find(EXPIRES)).isNull();
            assertThat(card.get(KIND)).isEqualTo("a");
            assertThat(card.get(NOTE)).isEmpty();
        }

        @Test
        void errors_are_those_of_json() {
            assertThat(errors(CARD, Mode.CREATE, pairs("value=x&code="), Lookups.none()))
                    .isEqualTo("{'code':['This field may not be blank.'],'value':['A valid number is required.']}");
        }

        @Test
        void the_last_value_of_a_name_counts() {
            assertThat(CARD.create(pairs("code=A&value=1&value=2"), Lookups.none())
                            .get(VALUE))
                    .isEqualByComparingTo("2");
        }

        @Test
        void json_inside_must_be_json() {
            Form form = Form.of(required("meta", json()));
            assertThat(errors(form, Mode.CREATE, pairs("meta={"), Lookups.none()))
                    .isEqualTo("{'meta':['Value must be valid JSON.']}");
        }
    }

    @Test
    void a_form_describes_itself() {
        List<FieldDescription> fields = CARD.describe();
        assertThat(fields).extracting(FieldDescription::name).startsWith("id", "code", "value");
        FieldDescription code = fields.get(1);
        assertThat(code.required()).isTrue();
        assertThat(code.writeOnce()).isTrue();
        assertThat(code.type().maxLength()).isEqualTo(10);
        assertThat(fields.get(3).type().choices()).containsExactly("a", "b");
        assertThat(fields.getFirst().readOnly()).isTrue();
        assertThat(Nestings.ORDER.describe().getFirst().type().item().members()).hasSize(2);
    }
}
