package org.gatebook.web.description;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import org.gatebook.web.filter.ListDeclaration;
import org.gatebook.web.form.Form;
import org.jspecify.annotations.Nullable;

/** Finds what the annotations of handlers name. Constants may be private: only their endpoints use them. */
public final class Declared {

    private static final String USUAL = "FORM";

    private Declared() {}

    /** The form that a handler reads; null when it does not say, or reads a file. */
    public static @Nullable Form form(Method handler) {
        Reads reads = handler.getAnnotation(Reads.class);
        return reads == null || reads.value() == Reads.File.class
                ? null
                : constant(reads.value(), reads.constant(), Form.class);
    }

    /** Whether the body is a list of what the form reads. */
    public static boolean readsEach(Method handler) {
        Reads reads = handler.getAnnotation(Reads.class);
        return reads != null && reads.each();
    }

    /** Whether a handler reads a file. */
    public static boolean readsFile(Method handler) {
        Reads reads = handler.getAnnotation(Reads.class);
        return reads != null && reads.value() == Reads.File.class;
    }

    /** The list that a handler answers; null when it does not say. */
    public static @Nullable ListDeclaration list(Method handler) {
        Lists lists = handler.getAnnotation(Lists.class);
        return lists == null ? null : constant(lists.value(), lists.constant(), ListDeclaration.class);
    }

    /** The parameters that a handler reads by itself. */
    public static List<Asks> parameters(Method handler) {
        return List.of(handler.getAnnotationsByType(Asks.class));
    }

    /** What a handler says of its answers. */
    public static List<Answers> answers(Method handler) {
        return List.of(handler.getAnnotationsByType(Answers.class));
    }

    private static <T> T constant(Class<?> holder, String name, Class<T> type) {
        List<Field> constants = Arrays.stream(holder.getDeclaredFields())
                .filter(field -> field.getType() == type && Modifier.isStatic(field.getModifiers()))
                .toList();
        String wanted = name.isEmpty() && constants.size() > 1 ? USUAL : name;
        List<Field> found = constants.stream()
                .filter(field -> wanted.isEmpty() || field.getName().equals(wanted))
                .toList();
        if (found.size() != 1) {
            throw new IllegalStateException(holder.getName() + " has " + found.size() + " constants of type "
                    + type.getSimpleName() + (wanted.isEmpty() ? "" : " called " + wanted) + ", not one");
        }
        Field constant = found.getFirst();
        try {
            constant.setAccessible(true);
            return type.cast(constant.get(null));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(constant + " cannot be read", e);
        }
    }
}
