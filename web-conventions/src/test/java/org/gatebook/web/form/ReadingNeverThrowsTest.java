package org.gatebook.web.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gatebook.web.answer.ApiJson;
import org.gatebook.web.error.FieldErrors;
import org.gatebook.web.form.kind.Types;
import org.gatebook.web.form.reference.References;
import org.gatebook.web.form.type.Lookups;
import org.gatebook.web.form.type.Mode;
import org.gatebook.web.form.type.Relation;
import org.gatebook.web.form.type.Type;
import org.gatebook.web.form.world.WorldTypes;
import org.gatebook.web.request.RequestBody;
import tools.jackson.databind.JsonNode;

class ReadingNeverThrowsTest {

    private static final Relation<Long, String> OBJECT = Relation.byId("object");
    private static final Relation<String, String> NAMED = Relation.byText("named object");
    private static final Lookups LOOKUPS = Lookups.of(OBJECT, (Long id) -> id > 100 ? null : "found")
            .and(NAMED, (String name) -> name.length() > 2 ? null : name);
    private static final Form INNER = Form.of(
            Field.required("a", Types.text().upTo(3)),
            Field.optional("b", Types.list(Types.integer())).nullable());
    private static final Map<String, Type<?>> TYPES = Map.ofEntries(
            Map.entry("text", Types.text().upTo(5)),
            Map.entry("email", Types.email()),
            Map.entry("money", Types.money().atLeast("0.00")),
            Map.entry("integer", Types.integer()),
            Map.entry("flag", Types.flag()),
            Map.entry("moment", Types.dateTime()),
            Map.entry("date", Types.date()),
            Map.entry("time", Types.time()),
            Map.entry("choice", Types.choice("a", "b")),
            Map.entry("choices", Types.choices(List.of("a", "b"))),
            Map.entry("id", References.id(OBJECT)),
            Map.entry("ids", References.ids(OBJECT)),
            Map.entry("slug", References.slug("name", NAMED)),
            Map.entry("owner", References.idOrText(OBJECT, NAMED)),
            Map.entry("country", WorldTypes.country()),
            Map.entry("phone", WorldTypes.phone(true)),
            Map.entry("localized", WorldTypes.localized()),
            Map.entry("nested", INNER.nested()),
            Map.entry("rows", INNER.rows()));
    private static final Form FORM = Form.of(TYPES.entrySet().stream()
            .map(type -> Field.optional(type.getKey(), type.getValue()).nullable())
            .toArray(Field[]::new));

    @Property
    void any_json_is_read_or_refused(@ForAll("values") Object value, @ForAll Mode mode) {
        Map<String, Object> body = new LinkedHashMap<>();
        TYPES.keySet().forEach(name -> body.put(name, value));
        JsonNode json = ApiJson.mapper().valueToTree(body);
        FormResult result = FORM.read(new RequestBody.Json(json), mode, LOOKUPS);
        if (result instanceof FormResult.Invalid invalid) {
            assertThat(invalid.errors().isEmpty()).isFalse();
            assertThat(ApiJson.mapper().writeValueAsString(invalid.errors().toJson()))
                    .startsWith("{");
        }
    }

    @Property
    void any_json_is_a_body_or_refused(@ForAll("values") Object value, @ForAll Mode mode) {
        JsonNode json = ApiJson.mapper().valueToTree(value);
        FormResult result = FORM.read(new RequestBody.Json(json), mode, LOOKUPS);
        if (result instanceof FormResult.Invalid invalid) {
            assertThat(((FieldErrors.Members) invalid.errors()).members()).isNotEmpty();
        }
    }

    @Property
    void any_pairs_are_read_or_refused(@ForAll String value, @ForAll Mode mode) {
        Map<String, List<String>> pairs = new LinkedHashMap<>();
        TYPES.keySet().forEach(name -> pairs.put(name, List.of(value)));
        pairs.put("rows[0]a", List.of(value));
        pairs.put("nested.b", List.of(value, value));
        assertThat(FORM.read(new RequestBody.Form(pairs, Map.of()), mode, LOOKUPS))
                .isNotNull();
    }

    @Property
    void a_patch_of_nothing_is_always_right(@ForAll("names") String name) {
        JsonNode json = ApiJson.mapper().valueToTree(Map.of("x-" + name, 1));
        assertThat(FORM.read(new RequestBody.Json(json), Mode.CHANGE, LOOKUPS)).isInstanceOf(FormResult.Valid.class);
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings().alpha().ofMaxLength(8);
    }

    @Provide
    Arbitrary<Object> values() {
        Arbitrary<Object> plain = Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(20).map(Object.class::cast),
                Arbitraries.of("2030-05-05T12:00:00Z", "2030-W60-9", "1e5", "NaN", "a@b.de", "DE", "+491", "-0.00", "")
                        .map(Object.class::cast),
                Arbitraries.integers().map(Object.class::cast),
                Arbitraries.doubles().map(Object.class::cast),
                Arbitraries.bigIntegers().map(BigInteger::abs).map(Object.class::cast),
                Arbitraries.of(new BigDecimal("1e400"), new BigDecimal("1e-400"), BigDecimal.TEN)
                        .map(Object.class::cast),
                Arbitraries.of(true, false).map(Object.class::cast));
        return Arbitraries.lazyOf(
                () -> plain,
                () -> plain.list().ofMaxSize(3).map(Object.class::cast),
                () -> Arbitraries.maps(Arbitraries.of("a", "b", "de", "code", "0"), plain)
                        .ofMaxSize(3)
                        .map(Object.class::cast));
    }
}
