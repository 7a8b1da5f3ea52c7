package org.gatebook.web.form.kind;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatebook.web.error.FieldErrors;
import org.gatebook.web.form.type.Converted;
import org.gatebook.web.form.type.Entries;
import org.gatebook.web.form.type.Pairs;
import org.gatebook.web.form.type.Reading;
import org.gatebook.web.form.type.Type;
import org.gatebook.web.form.type.TypeDescription;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A list of plain values. Faulty entries are named by their position, {@code {"0": [...]}}; lists of objects differ.
 * Immutable.
 */
public final class ListType<T> implements Type<List<T>> {

    private final Type<T> item;
    private final boolean mayBeEmpty;
    private final @Nullable Integer longest;

    private ListType(Type<T> item, boolean mayBeEmpty, @Nullable Integer longest) {
        this.item = item;
        this.mayBeEmpty = mayBeEmpty;
        this.longest = longest;
    }

    static <T> ListType<T> of(Type<T> item) {
        return new ListType<>(item, true, null);
    }

    /** At least one entry. */
    public ListType<T> notEmpty() {
        return new ListType<>(item, false, longest);
    }

    /** At most so many entries. */
    public ListType<T> upTo(int entries) {
        return new ListType<>(item, mayBeEmpty, entries);
    }

    @Override
    public Converted<List<T>> convert(JsonNode value, Reading reading) {
        List<JsonNode> sent = new ArrayList<>();
        FieldErrors fault = Entries.collect(value, false, sent);
        if (fault != null) {
            return Converted.faulty(fault);
        }
        if (sent.isEmpty() && !mayBeEmpty) {
            return Converted.faulty("This list may not be empty.");
        }
        List<T> list = new ArrayList<>();
        Map<String, FieldErrors> faults = new LinkedHashMap<>();
        for (int index = 0; index < sent.size(); index++) {
            switch (entry(sent.get(index), reading)) {
                case Converted.Good<T> good -> list.add(good.value());
                case Converted.Faulty<T> faulty -> faults.put(Integer.toString(index), faulty.errors());
            }
        }
        return faults.isEmpty() ? Converted.good(list) : Converted.faulty(new FieldErrors.Members(faults));
    }

    @Override
    public Converted<List<T>> read(JsonNode value, Reading reading) {
        return convert(value, reading)
                .then(list -> longest != null && list.size() > longest
                        ? Converted.faulty("Ensure this field has no more than " + longest + " elements.")
                        : Converted.good(list));
    }

    @Override
    public JsonNode fromPairs(Pairs pairs, String name) {
        return pairs.texts(name);
    }

    @Override
    public TypeDescription describe() {
        return TypeDescription.arrayOf(item.describe());
    }

    private Converted<T> entry(JsonNode value, Reading reading) {
        return item.meansNull(value, false)
                ? Converted.faulty("This field may not be null.")
                : item.read(value, reading);
    }
}
