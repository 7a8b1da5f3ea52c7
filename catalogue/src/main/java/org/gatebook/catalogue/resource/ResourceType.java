package org.gatebook.catalogue.resource;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * What the engine must know of a kind of supporting data to store it: its name, what it belongs to, and how each of its
 * fields may be written down.
 *
 * @param kind its name in the table and in stream names, for example {@code team}; never changes once released
 * @param keptBy which memory of the nodes it is in
 * @param fields every field of the document and its sensitivity, in the order of the API
 * @param place where it is kept if it is a part of a whole; null for documents of their own
 */
public record ResourceType(
        String kind,
        KeptBy keptBy,
        SequencedMap<String, Sensitivity> fields,
        @Nullable Place place) {

    /**
     * Where parts are kept: as rows in a field of the document that they are parts of (ADR 0022).
     *
     * @param whole the kind of that document
     * @param field the list in it; each row is an object whose {@code id} is the part's number
     */
    public record Place(String whole, String field) {}

    public ResourceType {
        fields = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(fields));
    }

    /** Starts the declaration of a kind. */
    public static Declaration declare(String kind, KeptBy keptBy) {
        return new Declaration(kind, keptBy, null);
    }

    /** Starts the declaration of a kind that is kept inside another one. */
    public static Declaration declareInside(Place place, String kind) {
        return new Declaration(kind, KeptBy.NOBODY, place);
    }

    /** How this field may be written down. */
    Sensitivity sensitivity(String field) {
        Sensitivity declared = fields.get(field);
        if (declared == null) {
            throw new IllegalArgumentException(kind + " declares no field " + field);
        }
        return declared;
    }

    /** @throws IllegalArgumentException if a name is not declared: a defect, since forms refuse or ignore such input */
    void requireDeclared(Iterable<String> names) {
        names.forEach(this::sensitivity);
    }

    /** Collects the fields of a kind. */
    public static final class Declaration {
        private final String kind;
        private final KeptBy keptBy;
        private final @Nullable Place place;
        private final SequencedMap<String, Sensitivity> fields = new LinkedHashMap<>();

        private Declaration(String kind, KeptBy keptBy, @Nullable Place place) {
            this.kind = kind;
            this.keptBy = keptBy;
            this.place = place;
        }

        /** Fields that say nothing about a person. */
        public Declaration plain(String... names) {
            return add(Sensitivity.PLAIN, List.of(names));
        }

        /** Fields about a person. */
        public Declaration personal(String... names) {
            return add(Sensitivity.PERSONAL, List.of(names));
        }

        /** Fields whose value is a right or a password. */
        public Declaration secret(String... names) {
            return add(Sensitivity.SECRET, List.of(names));
        }

        /** Fields that are declared elsewhere, such as the settings. */
        public Declaration all(Map<String, Sensitivity> declared) {
            declared.forEach((name, sensitivity) -> add(sensitivity, List.of(name)));
            return this;
        }

        /** The finished declaration. */
        public ResourceType build() {
            return new ResourceType(kind, keptBy, fields, place);
        }

        private Declaration add(Sensitivity sensitivity, List<String> names) {
            for (String name : names) {
                if (fields.putIfAbsent(name, sensitivity) != null) {
                    throw new IllegalArgumentException(kind + " declares " + name + " twice");
                }
            }
            return this;
        }
    }
}
