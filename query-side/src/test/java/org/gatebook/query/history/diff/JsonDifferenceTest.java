package org.gatebook.query.history.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonDifferenceTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static List<String> between(String before, String after) {
        return JsonDifference.between(json(before), json(after)).stream()
                .map(change -> change.path() + ": " + change.before() + " -> " + change.after())
                .toList();
    }

    private static JsonNode json(String text) {
        return JSON.readTree(text.replace('\'', '"'));
    }

    @Test
    void a_field_that_is_different_is_told_with_both_values() {
        assertThat(between("{'status': 'n', 'total': '23.00'}", "{'status': 'p', 'total': '23.00'}"))
                .containsExactly("$.status: \"n\" -> \"p\"");
    }

    @Test
    void a_field_that_is_null_was_there_and_one_that_is_absent_was_not() {
        assertThat(between("{'a': null}", "{'a': 1}")).containsExactly("$.a: null -> 1");
        FieldChange absent =
                JsonDifference.between(json("{}"), json("{'a': 1}")).getFirst();
        assertThat(JSON.writeValueAsString(absent)).isEqualTo("{\"path\":\"$.a\",\"after\":1}");
        FieldChange nullBefore =
                JsonDifference.between(json("{'a': null}"), json("{'a': 1}")).getFirst();
        assertThat(JSON.writeValueAsString(nullBefore)).isEqualTo("{\"path\":\"$.a\",\"before\":null,\"after\":1}");
    }

    @Test
    void elements_with_numbers_are_compared_with_themselves() {
        assertThat(between(
                        "{'positions': [{'id': 1, 'price': '5.00'}, {'id': 2, 'price': '6.00'}]}",
                        "{'positions': [{'id': 2, 'price': '7.00'}, {'id': 3, 'price': '8.00'}]}"))
                .containsExactly(
                        "$.positions[?@.id==2].price: \"6.00\" -> \"7.00\"",
                        "$.positions[?@.id==3]: null -> {\"id\":3,\"price\":\"8.00\"}",
                        "$.positions[?@.id==1]: {\"id\":1,\"price\":\"5.00\"} -> null");
        assertThat(between("[{'local_id': 1, 'state': 'created'}]", "[{'local_id': 1, 'state': 'confirmed'}]"))
                .containsExactly("$[?@.local_id==1].state: \"created\" -> \"confirmed\"");
    }

    @Test
    void lists_without_names_or_in_another_order_are_compared_as_a_whole() {
        assertThat(between("{'blocked': ['a']}", "{'blocked': ['a', 'b']}"))
                .containsExactly("$.blocked: [\"a\"] -> [\"a\",\"b\"]");
        assertThat(between("[{'id': 1}, {'id': 2}]", "[{'id': 2}, {'id': 1}]")).hasSize(1);
    }

    @Test
    void names_that_are_no_plain_words_are_quoted() {
        assertThat(between("{'meta data': {'it\\u0027s': 1}}", "{'meta data': {'it\\u0027s': 2}}"))
                .containsExactly("$['meta data']['it\\'s']: 1 -> 2");
    }

    @Property(tries = 300)
    void nothing_is_different_just_when_both_are_equal(
            @ForAll("values") JsonNode before, @ForAll("values") JsonNode after) {
        assertThat(JsonDifference.between(before, after).isEmpty()).isEqualTo(before.equals(after));
        assertThat(JsonDifference.between(before, before)).isEmpty();
    }

    @Property(tries = 300)
    void the_way_back_is_the_way_there_backwards(@ForAll("values") JsonNode before, @ForAll("values") JsonNode after) {
        assertThat(JsonDifference.between(after, before))
                .map(change -> new FieldChange(change.path(), change.after(), change.before()))
                .containsExactlyInAnyOrderElementsOf(JsonDifference.between(before, after));
    }

    @Provide
    Arbitrary<JsonNode> values() {
        Arbitrary<Object> scalars = Arbitraries.of(1, 2, "a", "b", true);
        Arbitrary<Object> all = Arbitraries.recursive(
                () -> scalars,
                inner -> Arbitraries.oneOf(
                        inner.list().ofMaxSize(3).map(list -> (Object) list),
                        Arbitraries.maps(Arbitraries.of("id", "x", "y"), inner)
                                .ofMaxSize(3)
                                .map(map -> (Object) Map.copyOf(map)),
                        Arbitraries.maps(Arbitraries.just("id"), Arbitraries.of((Object) 1, 2, 3))
                                .ofSize(1)
                                .list()
                                .ofMaxSize(3)
                                .map(list -> (Object) list)),
                0,
                3);
        return all.map(JSON::<JsonNode>valueToTree);
    }
}
