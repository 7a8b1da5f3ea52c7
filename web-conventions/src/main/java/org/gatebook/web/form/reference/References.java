package org.gatebook.web.form.reference;

import java.util.List;
import org.gatebook.web.form.type.Relation;
import org.gatebook.web.form.type.Type;

/** Kinds of references; to be imported statically where forms are declared. */
public final class References {

    private References() {}

    /** One object by its id, sent as number or text. */
    public static <T> Type<T> id(Relation<Long, T> relation) {
        return new IdType<>(relation, null);
    }

    /** One object by its id when a number is sent, by a secret of its own when a text is. */
    public static <T> Type<T> idOrText(Relation<Long, T> byId, Relation<String, T> byText) {
        return new IdType<>(byId, byText);
    }

    /** One object by a text of its own; messages name that text ({@code Object with identifier=X ...}). */
    public static <T> Type<T> slug(String member, Relation<String, T> relation) {
        return new SlugType<>(relation, member);
    }

    /** Any number of objects by their ids. */
    public static <T> Type<List<T>> ids(Relation<Long, T> relation) {
        return new ReferencesType<>(id(relation), true);
    }

    /** Any number of objects by a text of their own. */
    public static <T> Type<List<T>> slugs(String member, Relation<String, T> relation) {
        return new ReferencesType<>(slug(member, relation), true);
    }

    /** At least one object by its id. */
    public static <T> Type<List<T>> someIds(Relation<Long, T> relation) {
        return new ReferencesType<>(id(relation), false);
    }
}
