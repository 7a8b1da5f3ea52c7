package org.gatebook.catalogue.crud;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.gatebook.catalogue.resource.Document;
import org.gatebook.catalogue.resource.Documents;
import org.gatebook.catalogue.resource.Owner;
import org.gatebook.catalogue.resource.ResourceType;
import org.gatebook.catalogue.resource.Sensitivity;
import org.gatebook.web.filter.Filter;
import org.gatebook.web.filter.ListDeclaration;
import org.gatebook.web.form.Field;
import org.gatebook.web.form.Form;
import org.gatebook.web.form.FormCheck;
import org.gatebook.web.form.Parsed;
import org.gatebook.web.form.type.Mode;
import org.gatebook.web.form.type.Relation;
import org.gatebook.web.form.type.Type;
import org.jspecify.annotations.Nullable;

/**
 * Collects the declaration of a resource. The order of the calls is the order of the keys in answers. One word of the
 * language a method, and that is why the file is long.
 */
public final class Declaration {

    /**
     * A kind of parts.
     *
     * @param numbered whether their numbers are shown inside the whole
     */
    record DeclaredPart(Declaration declaration, boolean numbered) {}

    final ResourceType.Declaration type;
    final List<Field<?>> inputs = new ArrayList<>();
    final List<Field<?>> stored = new ArrayList<>();
    final List<FormCheck> checks = new ArrayList<>();
    final Map<String, Shown> shown = new LinkedHashMap<>();
    final Map<String, Gathered> gathered = new LinkedHashMap<>();
    final Map<String, Gathered> expandable = new LinkedHashMap<>();
    final Map<Relation<?, ?>, Function<Owner, Function<Object, @Nullable Object>>> references = new LinkedHashMap<>();
    final List<Hook> hooks = new ArrayList<>();
    final List<AfterWrite> afterWrites = new ArrayList<>();
    final List<Consumer<Document>> beforeDeletes = new ArrayList<>();
    final List<Consumer<Document>> afterDeletes = new ArrayList<>();
    final Map<Field<List<Parsed>>, DeclaredPart> parts = new LinkedHashMap<>();
    ListDeclaration list;

    @Nullable
    String partsElsewhere;

    boolean dated;
    boolean shownAfterwards;
    Consumer<List<Document>> beforeShowing = rows -> {};
    boolean addressedByKey;
    boolean excludable;

    Declaration(ResourceType.Declaration type) {
        this.type = type;
        this.list = Documents.listOf(type.build());
    }

    /** Shows the number, under the name {@code id}. */
    public Declaration id() {
        shown.put("id", (document, links) -> document.id());
        return this;
    }

    /** Addresses end in the key that a hook gives, not in the number. */
    public Declaration addressedByKey() {
        addressedByKey = true;
        return this;
    }

    /** A field that clients may write. */
    public Declaration field(Sensitivity sensitivity, Field<?> field) {
        inputs.add(field);
        stored.add(field);
        shown.put(field.name(), Shown.field(field.name()));
        return keep(sensitivity, field.name());
    }

    /** A field that is shown and that only the server writes. */
    public Declaration made(Sensitivity sensitivity, String name) {
        shown.put(name, Shown.field(name));
        return keep(sensitivity, name);
    }

    /** A field that clients may write and that is not shown again. */
    public Declaration unseen(Sensitivity sensitivity, Field<?> field) {
        inputs.add(field);
        stored.add(field);
        return keep(sensitivity, field.name());
    }

    /** A field that only the server writes and reads. */
    public Declaration kept(Sensitivity sensitivity, String name) {
        return keep(sensitivity, name);
    }

    /** A value that clients may send and that is not stored as it is; a hook looks at it. */
    public Declaration input(Field<?> field) {
        inputs.add(field);
        return this;
    }

    /** A key of the answer that is made of the document. */
    public Declaration shown(String name, Shown how) {
        shown.put(name, how);
        return this;
    }

    /** Keys of the answer that come from elsewhere, all at once. */
    public Declaration gathered(Gathered source, String... names) {
        for (String name : names) {
            shown.put(name, Shown.field(name));
            gathered.put(name, source);
        }
        return this;
    }

    /** What several resources have in common, at this place. */
    public Declaration with(UnaryOperator<Declaration> more) {
        return more.apply(this);
    }

    /** A reference that clients may {@code expand}: the same key then holds the whole object. */
    public Declaration expandable(String name, Gathered objects) {
        expandable.put(name, objects);
        return this;
    }

    /** Clients may {@code exclude} keys. */
    public Declaration excludable() {
        excludable = true;
        return this;
    }

    /** How the objects are found that a field refers to. */
    public <K, T> Declaration refers(Relation<K, T> relation, BiFunction<Owner, K, @Nullable T> finder) {
        return refersAmong(relation, owner -> key -> finder.apply(owner, key));
    }

    /** How the objects are found that a field refers to, by a finder that serves one request and may remember. */
    @SuppressWarnings("unchecked")
    public <K, T> Declaration refersAmong(Relation<K, T> relation, Function<Owner, Function<K, @Nullable T>> finders) {
        references.put(relation, owner -> {
            Function<K, @Nullable T> finder = finders.apply(owner);
            return key -> finder.apply((K) key);
        });
        return this;
    }

    /** A rule about several sent fields. */
    public Declaration check(FormCheck check) {
        checks.add(check);
        return this;
    }

    /** Looks at every write before it is stored. */
    public Declaration before(Hook hook) {
        hooks.add(hook);
        return this;
    }

    /** Follows every write, in the same transaction. */
    public Declaration after(Consumer<Document> action) {
        return afterChange((before, after) -> action.accept(after));
    }

    /** Follows every write, in the same transaction, and knows what was there before. */
    public Declaration afterChange(AfterWrite action) {
        afterWrites.add(action);
        return this;
    }

    /** Precedes every deletion, in the same transaction; may reject it. */
    public Declaration beforeDelete(Consumer<Document> action) {
        beforeDeletes.add(action);
        return this;
    }

    /** Follows every deletion, in the same transaction. */
    public Declaration afterDelete(Consumer<Document> action) {
        afterDeletes.add(action);
        return this;
    }

    /** Parameters by which lists are narrowed; see {@link Resource#column} for their SQL. */
    public Declaration filteredBy(Filter... filters) {
        list = list.filteredBy(filters);
        return this;
    }

    /** Lists may be ordered by this text. */
    public Declaration orderedBy(String field) {
        list = list.orderedBy(field, Resource.column(field));
        return this;
    }

    /** Lists may be ordered by the number that they are addressed by. */
    public Declaration orderedById() {
        list = list.orderedBy("id", "id");
        return this;
    }

    /** Lists may be ordered by this number. */
    public Declaration orderedByNumber(String field) {
        list = list.orderedBy(field, Resource.number(field));
        return this;
    }

    /** Lists may be ordered by number and by rank, and are by rank unless asked otherwise. */
    public Declaration ranked() {
        return orderedById().orderedByNumber("position").usually(Resource.number("position") + ", id");
    }

    /** Lists may be ordered by this name; the SQL of both directions comes from the declaration. */
    public Declaration orderedBy(String name, String up, String down) {
        list = list.orderedBy(name, up, down);
        return this;
    }

    /** Lists are in this order unless asked otherwise: SQL of a total order, from the declaration. */
    public Declaration usually(String order) {
        list = list.usually(order);
        return this;
    }

    /** Sees all rows of an answer before they are shown, to fetch at once what they need. */
    public Declaration beforeShowing(Consumer<List<Document>> action) {
        beforeShowing = action;
        return this;
    }

    /** Lists say when anything in them last changed, and spare clients who know it. */
    public Declaration dated() {
        dated = true;
        return this;
    }

    /** Answers to writes are made once their events are stored, because they show what became of these. */
    public Declaration shownAfterwards() {
        shownAfterwards = true;
        return this;
    }

    /** What PATCH and PUT say to parts, which have addresses of their own. */
    public Declaration partsElsewhere(String text) {
        partsElsewhere = text;
        return this;
    }

    /**
     * Parts that POST takes with their whole and that are addressed by themselves afterwards (ADR 0022).
     *
     * @param rules about the parts that are sent together
     * @param numbered whether the whole shows their numbers
     */
    public Declaration parts(Declaration part, UnaryOperator<Type<List<Parsed>>> rules, boolean numbered) {
        String name = Objects.requireNonNull(part.type.build().place()).field();
        Field<List<Parsed>> field = Field.optional(name, rules.apply(part.form().rows()));
        inputs.add(field);
        parts.put(field, new DeclaredPart(part, numbered));
        shown.put(name, Shown.field(name));
        return keep(Sensitivity.PLAIN, name);
    }

    /** The finished declaration. */
    public Resource build() {
        return new Resource(this, null);
    }

    Form form() {
        Form form = Form.of(inputs.toArray(Field<?>[]::new));
        String elsewhere = partsElsewhere;
        if (elsewhere != null) {
            form = form.check((parsed, errors) -> {
                if (parsed.mode() != Mode.CREATE && parts.keySet().stream().anyMatch(parsed::wasSent)) {
                    errors.add(elsewhere);
                }
            });
        }
        for (FormCheck check : checks) {
            form = form.check(check);
        }
        return form;
    }

    private Declaration keep(Sensitivity sensitivity, String name) {
        switch (sensitivity) {
            case PLAIN -> type.plain(name);
            case PERSONAL -> type.personal(name);
            case SECRET -> type.secret(name);
        }
        return this;
    }
}
