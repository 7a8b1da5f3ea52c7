package org.gatebook.web.form;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatebook.web.error.FieldErrorCollector;
import org.gatebook.web.error.FieldErrors;
import org.gatebook.web.form.python.PyText;
import org.gatebook.web.form.type.Converted;
import org.gatebook.web.form.type.FieldDescription;
import org.gatebook.web.form.type.Lookups;
import org.gatebook.web.form.type.Mode;
import org.gatebook.web.form.type.Pairs;
import org.gatebook.web.form.type.Reading;
import org.gatebook.web.form.type.Type;
import org.gatebook.web.request.RequestBody;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The declaration of a body: its fields in order, and rules about several of them. One declaration serves POST, PUT,
 * PATCH and documentation. Immutable; keep it as a constant. Unknown members of a body are ignored. Source: behaviour
 * notes, gift cards 0.4 and 0.5, orders 1.7; the details are those of the framework that the reference uses.
 */
public final class Form {

    private final List<Field<?>> fields;
    private final List<LookupCheck> checks;

    private Form(List<Field<?>> fields, List<LookupCheck> checks) {
        this.fields = fields;
        this.checks = checks;
    }

    /** A form of these fields; their order is the order of messages. */
    public static Form of(Field<?>... fields) {
        return new Form(List.copyOf(Arrays.asList(fields)), List.of());
    }

    /** The same form with fields more at its end. */
    public Form and(Field<?>... more) {
        List<Field<?>> all = new ArrayList<>(fields);
        all.addAll(Arrays.asList(more));
        return new Form(List.copyOf(all), checks);
    }

    /** Both forms in one: the other one's fields and rules come behind. */
    public Form and(Form more) {
        List<LookupCheck> all = new ArrayList<>(checks);
        all.addAll(more.checks);
        return new Form(and(more.fields.toArray(Field<?>[]::new)).fields, List.copyOf(all));
    }

    /** The same form with a rule about several fields; the first rule that is broken ends the reading. */
    public Form check(FormCheck check) {
        return check((parsed, errors, lookups) -> check.check(parsed, errors));
    }

    /** The same form with a rule about several fields that looks things up. */
    public Form check(LookupCheck check) {
        List<LookupCheck> all = new ArrayList<>(checks);
        all.add(check);
        return new Form(fields, List.copyOf(all));
    }

    /** The same form that ignores these fields, as a request does for those that it wants expanded. */
    public Form ignoring(Collection<String> names) {
        return new Form(
                fields.stream().filter(field -> !names.contains(field.name())).toList(), checks);
    }

    /** Reads the body of a POST, or rejects it. */
    public Parsed create(RequestBody body, Lookups lookups) {
        return read(body, Mode.CREATE, lookups).orReject();
    }

    /** Reads the body of a PUT, or rejects it. */
    public Parsed replace(RequestBody body, Lookups lookups) {
        return read(body, Mode.REPLACE, lookups).orReject();
    }

    /** Reads the body of a PATCH, or rejects it. */
    public Parsed change(RequestBody body, Lookups lookups) {
        return read(body, Mode.CHANGE, lookups).orReject();
    }

    /** Reads the body of a request with this method, or rejects it. */
    public Parsed parse(String method, RequestBody body, Lookups lookups) {
        return read(body, Mode.of(method), lookups).orReject();
    }

    /** Reads a body; all faults of all fields come together. */
    public FormResult read(RequestBody body, Mode mode, Lookups lookups) {
        JsonNode json = switch (body) {
            case RequestBody.Json sent -> sent.value();
            case RequestBody.Form sent -> json(new Pairs(sent.fields(), mode == Mode.CHANGE));
        };
        if (json.isNull()) {
            return new FormResult.Invalid(FieldErrors.wholeObject("No data provided"));
        }
        return switch (object(json, new Reading(mode, lookups))) {
            case Converted.Good<Parsed> good -> new FormResult.Valid(good.value());
            case Converted.Faulty<Parsed> faulty -> new FormResult.Invalid(faulty.errors());
        };
    }

    /** This form as the type of a member of another one. */
    public Type<Parsed> nested() {
        return new NestedType(this);
    }

    /** A list of this form as the type of a member of another one. */
    public RowsType rows() {
        return RowsType.of(this);
    }

    /** The fields, for documentation. */
    public List<FieldDescription> describe() {
        return fields.stream().map(Field::describe).toList();
    }

    Converted<Parsed> object(JsonNode json, Reading reading) {
        if (!json.isObject()) {
            return Converted.faulty(FieldErrors.wholeObject(
                    "Invalid data. Expected a dictionary, but got " + PyText.typeName(json) + "."));
        }
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        Map<String, FieldErrors> faults = new LinkedHashMap<>();
        Set<String> sent = new LinkedHashSet<>();
        for (Field<?> field : fields) {
            if (!field.isReadOnly()) {
                JsonNode value = field.in(json);
                if (!value.isMissingNode()) {
                    sent.add(field.name());
                }
                put(field.name(), field.read(value, reading), values, faults);
            }
        }
        if (!faults.isEmpty()) {
            return Converted.faulty(new FieldErrors.Members(faults));
        }
        return checked(new Parsed(values, sent, fixed(), reading.mode()), reading.lookups());
    }

    /** The JSON that pairs of keys and values stand for, by the types of the fields. */
    ObjectNode json(Pairs pairs) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        for (Field<?> field : fields) {
            if (!field.isReadOnly()) {
                JsonNode value = field.in(pairs);
                if (value.isString()
                        && value.stringValue().isEmpty()
                        && !field.type().keepsBlank()) {
                    if (field.isNullable()) {
                        json.putNull(field.name());
                        continue;
                    }
                    if (!field.isRequired()) {
                        continue;
                    }
                }
                if (!value.isMissingNode()) {
                    json.set(field.name(), value);
                }
            }
        }
        return json;
    }

    private Converted<Parsed> checked(Parsed parsed, Lookups lookups) {
        for (LookupCheck check : checks) {
            FieldErrorCollector errors = new FieldErrorCollector();
            check.check(parsed, errors, lookups);
            if (!errors.isEmpty()) {
                return Converted.faulty(errors.errors());
            }
        }
        return Converted.good(parsed);
    }

    private Set<String> fixed() {
        return fields.stream().filter(Field::isWriteOnce).map(Field::name).collect(Collectors.toSet());
    }

    private static <T> void put(
            String name,
            Field.Outcome<T> outcome,
            Map<String, @Nullable Object> values,
            Map<String, FieldErrors> faults) {
        switch (outcome) {
            case Field.Outcome.Present<T> present -> values.put(name, present.value());
            case Field.Outcome.Faulty<T> faulty -> faults.put(name, faulty.errors());
            case Field.Outcome.Absent<T> absent -> {}
        }
    }
}
