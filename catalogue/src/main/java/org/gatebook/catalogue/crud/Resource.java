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
import org.gatebook.catalogue.resource.KeptBy;
import org.gatebook.catalogue.resource.Owner;
import org.gatebook.catalogue.resource.ResourceType;
import org.gatebook.catalogue.resource.Sensitivity;
import org.gatebook.web.filter.Filter;
import org.gatebook.web.filter.ListDeclaration;
import org.gatebook.web.form.Field;
import org.gatebook.web.form.Form;
import org.gatebook.web.form.FormCheck;
import org.gatebook.web.form.Parsed;
import org.gatebook.web.form.type.FieldDescription;
import org.gatebook.web.form.type.Lookups;
import org.gatebook.web.form.type.Mode;
import org.gatebook.web.form.type.Relation;
import org.gatebook.web.form.type.Type;
import org.gatebook.web.page.QueryParams;
import org.gatebook.web.request.LinkBase;
import org.jspecify.annotations.Nullable;

/**
 * The declaration of a resource: its kind, its fields in the order of the API, what refers to what, and hooks. Endpoints
 * and provisioning write through it. Build one with {@link #declare}.
 */
public final class Resource {

    private final ResourceType type;
    private final Form form;
    private final List<Field<?>> stored;
    private final Presentation presentation;
    private final boolean addressedByKey;
    private final Map<Relation<?, ?>, Function<Owner, Function<Object, @Nullable Object>>> references;
    private final List<Hook> hooks;
    private final List<AfterWrite> afterWrites;
    private final List<Consumer<Document>> beforeDeletes;
    private final List<Consumer<Document>> afterDeletes;
    private final ListDeclaration list;
    private final boolean dated;
    private final boolean shownAfterwards;
    private final Map<Field<List<Parsed>>, Resource> parts;
    private final @Nullable Resource whole;
    private final Consumer<List<Document>> beforeShowing;

    private Resource(Declaration declaration, @Nullable Resource whole) {
        this.whole = whole;
        this.parts = new LinkedHashMap<>();
        Map<String, Gathered> gathered = new LinkedHashMap<>(declaration.gathered);
        declaration.parts.forEach((field, declared) -> {
            Resource part = new Resource(declared.declaration(), this);
            parts.put(field, part);
            gathered.put(field.name(), new ShownParts(part, field.name(), declared.numbered()));
        });
        this.type = declaration.type.build();
        this.form = declaration.form();
        this.stored = List.copyOf(declaration.stored);
        this.presentation = new Presentation(
                new LinkedHashMap<>(declaration.shown),
                gathered,
                new LinkedHashMap<>(declaration.expandable),
                declaration.excludable);
        this.addressedByKey = declaration.addressedByKey;
        this.references = Map.copyOf(declaration.references);
        this.hooks = List.copyOf(declaration.hooks);
        this.afterWrites = List.copyOf(declaration.afterWrites);
        this.beforeDeletes = List.copyOf(declaration.beforeDeletes);
        this.afterDeletes = List.copyOf(declaration.afterDeletes);
        this.list = declaration.list;
        this.dated = declaration.dated;
        this.shownAfterwards = declaration.shownAfterwards;
        this.beforeShowing = declaration.beforeShowing;
    }

    /** Starts a declaration. */
    public static Declaration declare(String kind, KeptBy keptBy) {
        return new Declaration(ResourceType.declare(kind, keptBy));
    }

    /**
     * Starts the declaration of parts that are kept in a field of their whole; to be handed to {@link Declaration#parts}.
     *
     * @param whole the kind of the whole
     */
    public static Declaration declareInside(String whole, String field, String kind) {
        return new Declaration(ResourceType.declareInside(new ResourceType.Place(whole, field), kind));
    }

    /** SQL of the number in a field; the field's name comes from a declaration. */
    public static String number(String field) {
        return column(field) + "::numeric";
    }

    /** SQL of the flag in a field; the field's name comes from a declaration. */
    public static String flag(String field) {
        return column(field) + "::boolean";
    }

    /** SQL of the text of a field; the field's name comes from a declaration. */
    public static String column(String field) {
        return "(document ->> '" + field + "')";
    }

    /** What the engine stores. */
    public ResourceType type() {
        return type;
    }

    /** What clients may send. */
    public Form form() {
        return form;
    }

    /** By what lists are narrowed, for documentation. */
    public List<FieldDescription> parameters() {
        return list.describe();
    }

    /** The resource as clients see it who ask for nothing in particular. */
    public Map<String, @Nullable Object> show(Document document, LinkBase links) {
        return show(List.of(document), QueryParams.parse(""), links).getFirst();
    }

    /** The resources as a client sees them who asks in this way. */
    public List<Map<String, @Nullable Object>> show(List<Document> rows, QueryParams asked, LinkBase links) {
        beforeShowing.accept(rows);
        return presentation.of(rows, asked, links);
    }

    /** The parts that are kept in this field. */
    public Resource part(String field) {
        return parts.entrySet().stream()
                .filter(entry -> entry.getKey().name().equals(field))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }

    /** All kinds of parts, by the fields in which they come and are kept. */
    Map<Field<List<Parsed>>, Resource> parts() {
        return parts;
    }

    /** What this is a part of; null for resources of their own. */
    @Nullable
    Resource whole() {
        return whole;
    }

    boolean isDated() {
        return dated;
    }

    boolean isShownAfterwards() {
        return shownAfterwards;
    }

    boolean isAddressedByKey() {
        return addressedByKey;
    }

    List<Field<?>> stored() {
        return stored;
    }

    Lookups lookups(Owner owner) {
        return referring(owner, Lookups.none());
    }

    private Lookups referring(Owner owner, Lookups known) {
        Lookups lookups = known;
        for (Map.Entry<Relation<?, ?>, Function<Owner, Function<Object, @Nullable Object>>> reference :
                references.entrySet()) {
            lookups = and(lookups, reference.getKey(), reference.getValue().apply(owner));
        }
        for (Resource part : parts.values()) {
            lookups = part.referring(owner, lookups);
        }
        return lookups;
    }

    @SuppressWarnings("unchecked")
    private static <K, T> Lookups and(
            Lookups lookups, Relation<K, T> relation, Function<Object, @Nullable Object> finder) {
        return lookups.and(relation, key -> (@Nullable T) finder.apply(key));
    }

    void prepare(Change change) {
        hooks.forEach(hook -> hook.before(change));
    }

    void written(@Nullable Document before, Document after) {
        afterWrites.forEach(action -> action.follow(before, after));
    }

    ListDeclaration list() {
        return list;
    }

    void deleting(Document document) {
        beforeDeletes.forEach(action -> action.accept(document));
    }

    void deleted(Document document) {
        afterDeletes.forEach(action -> action.accept(document));
    }

    private record DeclaredPart(Declaration declaration, boolean numbered) {}

    /** Collects the declaration of a resource. The order of the calls is the order of the keys in answers. */
    public static final class Declaration {

        private final ResourceType.Declaration type;
        private final List<Field<?>> inputs = new ArrayList<>();
        private final List<Field<?>> stored = new ArrayList<>();
        private final List<FormCheck> checks = new ArrayList<>();
        private final Map<String, Shown> shown = new LinkedHashMap<>();
        private final Map<String, Gathered> gathered = new LinkedHashMap<>();
        private final Map<String, Gathered> expandable = new LinkedHashMap<>();
        private final Map<Relation<?, ?>, Function<Owner, Function<Object, @Nullable Object>>> references =
                new LinkedHashMap<>();
        private final List<Hook> hooks = new ArrayList<>();
        private final List<AfterWrite> afterWrites = new ArrayList<>();
        private final List<Consumer<Document>> beforeDeletes = new ArrayList<>();
        private final List<Consumer<Document>> afterDeletes = new ArrayList<>();
        private final Map<Field<List<Parsed>>, DeclaredPart> parts = new LinkedHashMap<>();
        private ListDeclaration list;
        private @Nullable String partsElsewhere;
        private boolean dated;
        private boolean shownAfterwards;
        private Consumer<List<Document>> beforeShowing = rows -> {};
        private boolean addressedByKey;
        private boolean excludable;

        private Declaration(ResourceType.Declaration type) {
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
        public <K, T> Declaration refersAmong(
                Relation<K, T> relation, Function<Owner, Function<K, @Nullable T>> finders) {
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

        /** Parameters by which lists are narrowed; see {@link #column} for their SQL. */
        public Declaration filteredBy(Filter... filters) {
            list = list.filteredBy(filters);
            return this;
        }

        /** Lists may be ordered by this text. */
        public Declaration orderedBy(String field) {
            list = list.orderedBy(field, column(field));
            return this;
        }

        /** Lists may be ordered by the number that they are addressed by. */
        public Declaration orderedById() {
            list = list.orderedBy("id", "id");
            return this;
        }

        /** Lists may be ordered by this number. */
        public Declaration orderedByNumber(String field) {
            list = list.orderedBy(field, number(field));
            return this;
        }

        /** Lists may be ordered by number and by rank, and are by rank unless asked otherwise. */
        public Declaration ranked() {
            return orderedById().orderedByNumber("position").usually(number("position") + ", id");
        }

        /** Lists may be ordered by this name; the SQL of both directions comes from the declaration. */
        public Declaration orderedBy(String name, String up, String down) {
            list = list.orderedBy(name, up, down);
            return this;
        }

        /** Lists are ordered by this text unless asked otherwise, then by number. */
        public Declaration usuallyOrderedBy(String field) {
            list = list.usually(column(field) + ", id");
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

        /** Parts that POST takes with their whole and that are addressed by themselves afterwards (ADR 0022). */
        public Declaration parts(Declaration part) {
            return parts(part, rows -> rows, true);
        }

        /**
         * Parts that POST takes with their whole and that are addressed by themselves afterwards (ADR 0022).
         *
         * @param rules about the parts that are sent together
         * @param numbered whether the whole shows their numbers
         */
        public Declaration parts(Declaration part, UnaryOperator<Type<List<Parsed>>> rules, boolean numbered) {
            String name = Objects.requireNonNull(part.type.build().place()).field();
            Field<List<Parsed>> field =
                    Field.optional(name, rules.apply(part.form().rows()));
            inputs.add(field);
            parts.put(field, new DeclaredPart(part, numbered));
            shown.put(name, Shown.field(name));
            return keep(Sensitivity.PLAIN, name);
        }

        /** The finished declaration. */
        public Resource build() {
            return new Resource(this, null);
        }

        private Form form() {
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
}
