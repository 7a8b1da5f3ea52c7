package org.gatebook.web.form;

import java.util.ArrayList;
import java.util.List;
import org.gatebook.web.error.FieldErrorCollector;
import org.gatebook.web.error.FieldErrors;
import org.gatebook.web.form.python.PyText;
import org.gatebook.web.form.type.Converted;
import org.gatebook.web.form.type.Pairs;
import org.gatebook.web.form.type.Reading;
import org.gatebook.web.form.type.Type;
import org.gatebook.web.form.type.TypeDescription;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A list of objects inside a body. Its errors are a list as long as the one sent, with {@code {}} for entries without
 * fault. Immutable.
 */
public final class RowsType implements Type<List<Parsed>> {

    private final Form form;
    private final boolean mayBeEmpty;
    private final @Nullable Integer longest;
    private final List<RowsCheck> checks;

    private RowsType(Form form, boolean mayBeEmpty, @Nullable Integer longest, List<RowsCheck> checks) {
        this.form = form;
        this.mayBeEmpty = mayBeEmpty;
        this.longest = longest;
        this.checks = checks;
    }

    static RowsType of(Form form) {
        return new RowsType(form, true, null, List.of());
    }

    /** At least one entry. */
    public RowsType notEmpty() {
        return new RowsType(form, false, longest, checks);
    }

    /** At most so many entries. */
    public RowsType upTo(int entries) {
        return new RowsType(form, mayBeEmpty, entries, checks);
    }

    /** The same list with a rule about its entries; the first rule that is broken ends the reading. */
    public RowsType check(RowsCheck check) {
        List<RowsCheck> all = new ArrayList<>(checks);
        all.add(check);
        return new RowsType(form, mayBeEmpty, longest, List.copyOf(all));
    }

    @Override
    public Converted<List<Parsed>> convert(JsonNode value, Reading reading) {
        if (!value.isArray()) {
            return wholeList("Expected a list of items but got type \"" + PyText.typeName(value) + "\".");
        }
        if (value.isEmpty() && !mayBeEmpty) {
            return wholeList("This list may not be empty.");
        }
        if (longest != null && value.size() > longest) {
            return wholeList("Ensure this field has no more than " + longest + " elements.");
        }
        List<Parsed> rows = new ArrayList<>();
        List<FieldErrors> faults = new ArrayList<>();
        for (JsonNode entry : value) {
            switch (row(entry, reading)) {
                case Converted.Good<Parsed> good -> {
                    rows.add(good.value());
                    faults.add(FieldErrors.none());
                }
                case Converted.Faulty<Parsed> faulty -> faults.add(faulty.errors());
            }
        }
        return rows.size() == value.size() ? checked(rows) : Converted.faulty(new FieldErrors.Entries(faults));
    }

    @Override
    public JsonNode fromPairs(Pairs pairs, String name) {
        List<Pairs> rows = pairs.rows(name);
        if (rows.isEmpty()) {
            return JsonNodeFactory.instance.missingNode();
        }
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        rows.forEach(row -> json.add(form.json(row)));
        return json;
    }

    @Override
    public TypeDescription describe() {
        return TypeDescription.arrayOf(TypeDescription.objectOf(form.describe()));
    }

    private Converted<List<Parsed>> checked(List<Parsed> rows) {
        for (RowsCheck check : checks) {
            FieldErrorCollector errors = new FieldErrorCollector().length(rows.size());
            check.check(rows, errors);
            if (!errors.isEmpty()) {
                return Converted.faulty(errors.errors());
            }
        }
        return Converted.good(rows);
    }

    private Converted<Parsed> row(JsonNode entry, Reading reading) {
        return entry.isNull() ? Converted.faulty("This field may not be null.") : form.object(entry, reading);
    }

    private static Converted<List<Parsed>> wholeList(String text) {
        return Converted.faulty(FieldErrors.wholeObject(text));
    }
}
