package org.gatebook.query.audit.pack;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.gatebook.api.personal.Personal;
import org.gatebook.eventstore.registry.EventRegistry;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The catalogue of event types, as the program that wrote the package knows them. */
final class EventTypes {

    private static final JsonMapper JSON = JsonMapper.shared();

    private EventTypes() {}

    /** Each with its name, revision and fields. */
    static String text(EventRegistry registry) {
        ArrayNode all = JSON.createArrayNode();
        for (EventRegistry.Registered type : registry.all()) {
            ObjectNode event = all.addObject();
            event.put("name", type.name());
            event.put("revision", type.revision());
            fields(type.type(), event.putObject("fields"), new ArrayDeque<>());
        }
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(all) + "\n";
    }

    private static void fields(Class<?> type, ObjectNode fields, Deque<Class<?>> within) {
        within.push(type);
        for (RecordComponent component : type.getRecordComponents()) {
            field(component.getName(), component.getGenericType(), fields, within);
        }
        within.pop();
    }

    private static void field(String name, Type type, ObjectNode fields, Deque<Class<?>> within) {
        if (type instanceof Class<?> plain && expands(plain, within)) {
            fields(plain, fields.putObject(name), within);
        } else if (type instanceof ParameterizedType list
                && list.getRawType() == List.class
                && list.getActualTypeArguments()[0] instanceof Class<?> element
                && expands(element, within)) {
            fields(element, fields.putArray(name).addObject(), within);
        } else {
            fields.put(name, word(type));
        }
    }

    /** Records of the events' own packages; one with a single field is written as that. */
    private static boolean expands(Class<?> type, Deque<Class<?>> within) {
        return type.isRecord() && type.getRecordComponents().length > 1 && !isAmount(type) && !within.contains(type);
    }

    private static boolean isAmount(Class<?> type) {
        return type.getSimpleName().equals("Money");
    }

    private static String word(Type type) {
        if (type instanceof ParameterizedType parameterized) {
            Type[] arguments = parameterized.getActualTypeArguments();
            String last = word(arguments[arguments.length - 1]);
            return parameterized.getRawType() == Personal.class
                    ? "sealed " + last
                    : word(parameterized.getRawType()) + " of " + last;
        }
        if (type instanceof WildcardType wildcard) {
            return word(wildcard.getUpperBounds()[0]);
        }
        return type instanceof Class<?> plain ? plain.getSimpleName().toLowerCase(Locale.ROOT) : type.getTypeName();
    }
}
