package org.gatebook.eventstore.message;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.gatebook.api.query.Query;
import org.gatebook.eventstore.Questions;

/**
 * Calls the one method that answers a question, on this thread within the current unit. Axon's query bus did the same in a
 * unit of work of its own for each question, took values out of their Optionals on the way and chose among handlers by the
 * type of the answer (ADR 0015).
 */
public final class HandlerQuestions implements Questions {

    private final Map<Class<?>, Handler> handlers = new ConcurrentHashMap<>();

    private record Handler(Object bean, Method method) {}

    /**
     * From now on this method answers the questions that it takes.
     *
     * @throws IllegalStateException if it takes anything but a question, or another one answers it already
     */
    public void register(Object bean, Method method) {
        if (method.getParameterCount() != 1 || !Query.class.isAssignableFrom(method.getParameterTypes()[0])) {
            throw new IllegalStateException(method + " does not take just a question");
        }
        method.setAccessible(true);
        if (handlers.putIfAbsent(method.getParameterTypes()[0], new Handler(bean, method)) != null) {
            throw new IllegalStateException("two methods answer " + method.getParameterTypes()[0].getName());
        }
    }

    @Override
    @SuppressWarnings({"unchecked", "NullAway"}) // null only where the query says so
    public <R> R ask(Query<R> query) {
        Handler handler = handlers.get(query.getClass());
        if (handler == null) {
            throw new IllegalStateException("nobody answers " + query.getClass().getName());
        }
        try {
            return (R) handler.method().invoke(handler.bean(), query);
        } catch (InvocationTargetException e) {
            throw Rethrown.unchecked(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("cannot call " + handler.method(), e);
        }
    }
}
