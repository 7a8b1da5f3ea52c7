package org.gatebook.catalogue.crud;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
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
import org.gatebook.web.form.type.FieldDescription;
import org.gatebook.web.form.type.Lookups;
import org.gatebook.web.form.type.Relation;
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
    private final Map<Relation<?, ?>, BiFunction<Owner, Object, @Nullable Object>> references;
    private final List<Hook> hooks;
    private final List<Consumer<Document>> afterWrites;
    private final List<Consumer<Document>> beforeDeletes;
    private final ListDeclaration list;
    private final Consumer<List<Document>> beforeShowing;

    private Resource(Declaration declaration) {
        this.type = declaration.type.build();
        Form declared = Form.of(declaration.inputs.toArray(Field<?>[]::new));
        for (FormCheck check : declaration.checks) {
            declared = declared.check(check);
        }
        this.form = declared;
        this.stored = List.copyOf(declaration.stored);
        this.presentation = new Presentation(
                new LinkedHashMap<>(declaration.shown),
                new LinkedHashMap<>(declaration.gathered),
                new LinkedHashMap<>(declaration.expandable),
                declaration.excludable);
        this.addressedByKey = declaration.addressedByKey;
        this.references = Map.copyOf(declaration.references);
        this.hooks = List.copyOf(declaration.hooks);
        this.afterWrites = List.copyOf(declaration.afterWrites);
        this.beforeDeletes = List.copyOf(declaration.beforeDeletes);
        this.list = declaration.list;
        this.beforeShowing = declaration.beforeShowing;
    }

    /** Starts a declaration. */
    public static Declaration declare(String kind, KeptBy keptBy) {
        return new Declaration(kind, keptBy);
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

    boolean isAddressedByKey() {
        return addressedByKey;
    }

    List<Field<?>> stored() {
        return stored;
    }

    Lookups lookups(Owner owner) {
        Lookups lookups = Lookups.none();
        for (Map.Entry<Relation<?, ?>, BiFunction<Owner, Object, @Nullable Object>> reference : references.entrySet()) {
            lookups = and(lookups, reference.getKey(), reference.getValue(), owner);
        }
        return lookups;
    }

    @SuppressWarnings("unchecked")
    private static <K, T> Lookups and(
            Lookups lookups, Relation<K, T> relation, BiFunction<Owner, Object, @Nullable Object> finder, Owner owner) {
        return lookups.and(relation, key -> (@Nullable T) finder.apply(owner, key));
    }

    void prepare(Change change) {
        hooks.forEach(hook -> hook.before(change));
    }

    void written(Document document) {
        afterWrites.forEach(action -> action.accept(document));
    }

    ListDeclaration list() {
        return list;
    }

    void deleting(Document document) {
        beforeDeletes.forEach(action -> action.accept(document));
    }

    /** Collects the declaration of a resource. The order of the calls is the order of the keys in answers. */
    public static final class Declaration {

        private final ResourceType.Declaration type;
        private final List<Field<?>> inputs = new ArrayList<>();
        private final List<Field<?>> stored = new ArrayList<>();
        private final List<FormCheck> checks = new ArrayList<>();
        private final Map<String, Shown> shown = new LinkedHashMap<>();
        private final Map<String, Gathered> gathered = new LinkedHashMap<>();
        private final Map<String, Gathered> expandable = new LinkedHashMap<>();
        private final Map<Relation<?, ?>, BiFunction<Owner, Object, @Nullable Object>> references =
                new LinkedHashMap<>();
        private final List<Hook> hooks = new ArrayList<>();
        private final List<Consumer<Document>> afterWrites = new ArrayList<>();
        private final List<Consumer<Document>> beforeDeletes = new ArrayList<>();
        private ListDeclaration list = Documents.LIST;
        private Consumer<List<Document>> beforeShowing = rows -> {};
        private boolean addressedByKey;
        private boolean excludable;

        private Declaration(String kind, KeptBy keptBy) {
            this.type = ResourceType.declare(kind, keptBy);
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
        @SuppressWarnings("unchecked")
        public <K, T> Declaration refers(Relation<K, T> relation, BiFunction<Owner, K, @Nullable T> finder) {
            references.put(relation, (owner, key) -> finder.apply(owner, (K) key));
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
            afterWrites.add(action);
            return this;
        }

        /** Precedes every deletion, in the same transaction; may reject it. */
        public Declaration beforeDelete(Consumer<Document> action) {
            beforeDeletes.add(action);
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

        /** The finished declaration. */
        public Resource build() {
            return new Resource(this);
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
