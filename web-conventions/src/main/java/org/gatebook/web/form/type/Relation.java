package org.gatebook.web.form.type;

/**
 * A name for objects that a field may refer to, so that a form can be declared without knowing how to find them. Two
 * relations are the same only if they are the same object: keep them as constants.
 *
 * @param <K> what a client refers with: {@code Long} for ids, {@code String} for codes
 * @param <T> what is found
 */
@SuppressWarnings("UnusedTypeParameter") // they tie the finder to the field
public final class Relation<K, T> {

    private final String name;

    private Relation(String name) {
        this.name = name;
    }

    /** Objects referred to by id. */
    public static <T> Relation<Long, T> byId(String name) {
        return new Relation<>(name);
    }

    /** Objects referred to by a code, slug or other text. */
    public static <T> Relation<String, T> byText(String name) {
        return new Relation<>(name);
    }

    /** What is referred to, for documentation: "gift card", "customer". */
    public String name() {
        return name;
    }

    @Override
    public String toString() {
        return name;
    }
}
