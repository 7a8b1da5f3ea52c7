package org.gatebook.catalogue.crud;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.gatebook.catalogue.resource.Document;
import org.gatebook.catalogue.resource.KeptBy;
import org.gatebook.catalogue.resource.Owner;
import org.gatebook.catalogue.resource.ResourceType;
import org.gatebook.web.filter.ListDeclaration;
import org.gatebook.web.form.Field;
import org.gatebook.web.form.Form;
import org.gatebook.web.form.Parsed;
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

    Resource(Declaration declaration, @Nullable Resource whole) {
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

    /** The names by which clients may order lists, for documentation. */
    public List<String> orders() {
        return list.orders();
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
}
