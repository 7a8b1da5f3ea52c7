package org.gatebook.catalogue.crud;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gatebook.catalogue.resource.Document;
import org.gatebook.catalogue.resource.Owner;
import org.gatebook.web.error.ApiError;
import org.gatebook.web.error.FieldErrors;
import org.gatebook.web.error.Rejected;
import org.gatebook.web.form.Field;
import org.gatebook.web.form.Parsed;
import org.jspecify.annotations.Nullable;

/** A resource on its way to be written, as hooks see it: what it was, what was sent, what it will be. */
public final class Change {

    private final Resource resource;
    private final @Nullable Document before;
    private Owner owner;
    private final long id;
    private final Instant now;
    private final Parsed input;
    private final boolean withWhole;
    private final Map<String, @Nullable Object> values;
    private final Map<String, String> revealed = new LinkedHashMap<>();
    private @Nullable String key;

    Change(
            Resource resource,
            @Nullable Document before,
            Owner owner,
            long id,
            Instant now,
            Parsed input,
            boolean withWhole,
            Map<String, @Nullable Object> values) {
        this.resource = resource;
        this.before = before;
        this.owner = owner;
        this.id = id;
        this.now = now;
        this.input = input;
        this.withWhole = withWhole;
        this.values = new LinkedHashMap<>(values);
        this.key = before == null ? null : before.key();
    }

    /** Whether the resource is new. */
    public boolean isNew() {
        return before == null;
    }

    /** Whether it is a part that was sent inside its whole, so that the whole answers for the rules among its parts. */
    public boolean comesWithWhole() {
        return withWhole;
    }

    /** What it was; null when it is new. */
    public @Nullable Document before() {
        return before;
    }

    /** What it belongs to. */
    public Owner owner() {
        return owner;
    }

    /** Its number, already drawn for a new one. */
    public long id() {
        return id;
    }

    /** The request's clock. */
    public Instant now() {
        return now;
    }

    /** What was sent, typed. */
    public Parsed input() {
        return input;
    }

    /** The parts that were sent with a new whole, for the rules among them. */
    public List<Parsed> parts(String field) {
        for (Field<List<Parsed>> parts : resource.parts().keySet()) {
            if (parts.name().equals(field)) {
                return input.get(parts, List.of());
            }
        }
        throw new IllegalArgumentException(resource.type().kind() + " has no parts called " + field);
    }

    /** The value that a field will have. */
    public @Nullable Object get(String field) {
        if (values.containsKey(field)) {
            return values.get(field);
        }
        return before == null ? null : before.get(field);
    }

    /** The number that a field will refer to, or null. */
    public @Nullable Long number(String field) {
        return get(field) instanceof Number number ? number.longValue() : null;
    }

    /** The numbers that a field will refer to. */
    public Set<Long> numbers(String field) {
        Set<Long> numbers = new LinkedHashSet<>();
        if (get(field) instanceof Collection<?> list) {
            list.forEach(number -> numbers.add(((Number) number).longValue()));
        }
        return numbers;
    }

    /** Whether a flag will be set. */
    public boolean flag(String field) {
        return Boolean.TRUE.equals(get(field));
    }

    /** Whether this write gives the field a value, be it the same as before. */
    public boolean touches(String field) {
        return values.containsKey(field);
    }

    /** Gives a field a value. */
    public Change set(String field, @Nullable Object value) {
        values.put(field, Stored.of(value));
        return this;
    }

    /** Gives a field a value unless this write, or an earlier one, has. */
    public Change fill(String field, @Nullable Object value) {
        return get(field) == null ? set(field, value) : this;
    }

    /** Gives the resource its name in addresses. */
    public Change nameIt(String newKey) {
        this.key = newKey;
        return this;
    }

    /** Gives a new resource to another owner than its path names: events, which belong to themselves. */
    public Change belongTo(Owner newOwner) {
        this.owner = newOwner;
        return this;
    }

    /** Shows something in the answer to this write and never again. */
    public Change reveal(String name, String text) {
        revealed.put(name, text);
        return this;
    }

    /** Ends the request: 400 with this text about the resource as a whole. */
    public Rejected refused(String text) {
        return refused(FieldErrors.WHOLE_OBJECT, text);
    }

    /** Ends the request: 400 with this text at this field. */
    public Rejected refused(String field, String text) {
        return ApiError.field(field, text).rejected();
    }

    Resource resource() {
        return resource;
    }

    @Nullable
    String key() {
        return key;
    }

    Map<String, String> revealed() {
        return revealed;
    }

    Map<String, @Nullable Object> values() {
        return values;
    }
}
