package org.gatebook.catalogue.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatebook.catalogue.test.ResourceClient.refusal;

import java.util.List;
import java.util.Map;
import org.gatebook.catalogue.provisioning.Provisioning;
import org.gatebook.catalogue.test.CatalogueNode;
import org.gatebook.catalogue.test.Files;
import org.gatebook.catalogue.test.ResourceClient;
import org.gatebook.catalogue.test.TestEvent;
import org.gatebook.eventstore.test.PostgresExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Questions and their options. */
class QuestionTest {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private static CatalogueNode node;
    private static TestEvent event;
    private static ResourceClient questions;

    @BeforeAll
    static void start() {
        node = CatalogueNode.on(POSTGRES.application());
        node.get(Provisioning.class).apply(Files.text("/two-organizers.json"));
        event = new TestEvent(node, "conf");
        questions = event.client(QuestionEndpoint.class);
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void a_question_is_born_with_the_defaults_of_the_reference() {
        Map<String, Object> shoe = questions.create("""
            {"question": {"en": "Shoe size"}, "type": "S", "identifier": "shoe-size", "valid_number_min": 3}
            """);
        assertThat(shoe.keySet())
                .containsExactly(
                        "id",
                        "question",
                        "type",
                        "required",
                        "items",
                        "options",
                        "position",
                        "ask_during_checkin",
                        "show_during_checkin",
                        "identifier",
                        "dependency_question",
                        "dependency_values",
                        "hidden",
                        "dependency_value",
                        "print_on_invoice",
                        "help_text",
                        "valid_number_min",
                        "valid_number_max",
                        "valid_date_min",
                        "valid_date_max",
                        "valid_datetime_min",
                        "valid_datetime_max",
                        "valid_string_length_max",
                        "valid_file_portrait");
        assertThat(shoe)
                .containsEntry("required", false)
                .containsEntry("items", List.of())
                .containsEntry("valid_number_min", "3.000000")
                .containsEntry("dependency_value", null);
    }

    @Test
    void a_question_needs_an_identifier_or_null_to_have_one_made() {
        assertThat(refusal(() -> questions.create("{\"question\": \"Q\", \"type\": \"S\"}")))
                .isEqualTo(Map.of("identifier", List.of("This field is required.")));
        assertThat(question("'type': 'S'").get("identifier").toString()).matches("[A-Z379]{8}|[A-Z0-9]{8}");
    }

    @Test
    void an_identifier_is_used_once_in_an_event_whatever_its_case() {
        question("'type': 'S', 'identifier': 'Once'");
        assertThat(refusal(() -> question("'type': 'S', 'identifier': 'ONCE'")))
                .isEqualTo(Map.of("identifier", List.of("This identifier is already used for a different question.")));
        assertThat(new TestEvent(node, "other")
                        .client(QuestionEndpoint.class)
                        .create("{\"question\": \"Q\", \"type\": \"S\", \"identifier\": \"once\"}"))
                .isNotEmpty();
    }

    @Test
    void options_come_with_their_question_and_are_addressed_by_themselves_afterwards() {
        Map<String, Object> meal = question("""
            'type': 'C', 'options': [{'identifier': 'VEG', 'answer': 'Vegetarian', 'position': 2},
                                     {'identifier': null, 'answer': {'en': 'Fish'}, 'position': 1}]\
            """);
        List<Map<String, Object>> inside = options(meal);
        assertThat(inside).extracting(option -> option.get("answer")).first().isEqualTo(Map.of("en", "Fish"));
        ResourceClient options = event.parts(OptionEndpoint.class, "question", meal.get("id"));
        assertThat(options.list("")).isEqualTo(inside);
        assertThat(refusal(() -> options.create("{\"identifier\": \"VEG\", \"answer\": \"Again\"}")))
                .isEqualTo(Map.of(
                        "identifier", List.of("The identifier \"VEG\" is already used for a different option.")));
        options.delete(inside.getLast().get("id"));
        assertThat(options.create("{\"identifier\": \"VEG\", \"answer\": \"Again\"}"))
                .containsEntry("identifier", "VEG");
        assertThat(refusal(() -> questions.change(meal.get("id"), "{\"options\": []}")))
                .isEqualTo(whole(
                        "Updating options via PATCH/PUT is not supported. Please use the dedicated nested endpoint."));
    }

    @Test
    void identifiers_of_options_that_come_together_differ() {
        assertThat(refusal(() -> question("'type': 'C', 'options': [{'identifier': 'TW', 'answer': 'A'}, {'identifier':"
                        + " 'TW', 'answer': 'B'}]")))
                .isEqualTo(Map.of("options", List.of("The identifier \"TW\" is already used for a different option.")));
    }

    @Test
    void a_question_depends_on_a_choice_that_is_made_before_the_door() {
        Object text = question("'type': 'S'").get("id");
        Object agree = question("'type': 'B'").get("id");
        Object door = question("'type': 'B', 'ask_during_checkin': true").get("id");
        assertThat(refusal(() -> question("'type': 'S', 'dependency_question': " + text)))
                .isEqualTo(Map.of(
                        "dependency_question",
                        List.of("Question dependencies can only be set to boolean or choice questions.")));
        assertThat(refusal(() -> question("'type': 'S', 'dependency_question': " + door)))
                .isEqualTo(whole("Question cannot depend on a question asked during check-in."));
        assertThat(refusal(() -> question("'type': 'S', 'ask_during_checkin': true, 'dependency_question': " + agree)))
                .isEqualTo(whole("Dependencies are not supported during check-in."));
        assertThat(refusal(() -> questions.change(agree, "{\"dependency_question\": %s}".formatted(agree))))
                .isEqualTo(Map.of("dependency_question", List.of("A question cannot depend on itself.")));
    }

    @Test
    void questions_do_not_depend_on_each_other_in_circles() {
        Object first = question("'type': 'B'").get("id");
        Object second = question("'type': 'B', 'dependency_question': " + first).get("id");
        assertThat(refusal(() -> questions.change(first, "{\"dependency_question\": %s}".formatted(second))))
                .isEqualTo(whole("Circular dependency between questions detected."));
    }

    @Test
    void the_former_single_value_of_a_dependency_is_the_first_of_several() {
        Object agree = question("'type': 'B'").get("id");
        Map<String, Object> old = question("'type': 'S', 'dependency_value': 'True', 'dependency_question': " + agree);
        assertThat(old).containsEntry("dependency_values", List.of("True")).containsEntry("dependency_value", "True");
        assertThat(questions.change(old.get("id"), "{\"dependency_values\": [\"a\", \"b\"]}"))
                .containsEntry("dependency_value", "a");
    }

    @Test
    void what_depended_on_a_question_that_is_gone_is_asked_always() {
        Object agree = question("'type': 'B'").get("id");
        Object dependent =
                question("'type': 'S', 'dependency_question': " + agree).get("id");
        questions.delete(agree);
        assertThat(questions.detail(dependent, "")).containsEntry("dependency_question", null);
    }

    @Test
    void a_type_changes_to_one_that_keeps_the_answers() {
        Object number = question("'type': 'N'").get("id");
        assertThat(questions.change(number, "{\"type\": \"S\"}")).containsEntry("type", "S");
        assertThat(refusal(() -> questions.change(number, "{\"type\": \"D\"}")))
                .isEqualTo(Map.of(
                        "type",
                        List.of("The system already contains answers to this question that are not compatible with"
                                + " changing the type of question without data loss. Consider hiding this question"
                                + " and creating a new one instead.")));
    }

    private static Map<String, Object> question(String fields) {
        String identifier =
                fields.contains("'identifier': '") && !fields.contains("options") ? "" : "'identifier': null, ";
        return questions.create(
                "{'question': 'Q', %s%s}".formatted(identifier, fields).replace('\'', '"'));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> options(Map<String, Object> question) {
        return (List<Map<String, Object>>) question.get("options");
    }

    private static Map<String, List<String>> whole(String text) {
        return Map.of("non_field_errors", List.of(text));
    }
}
