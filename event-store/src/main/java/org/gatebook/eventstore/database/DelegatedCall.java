package org.gatebook.eventstore.database;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** Passes a call of a proxy to what stands behind it, with the failures that its caller expects. */
public final class DelegatedCall {

    private DelegatedCall() {}

    /**
     * Calls the method on the target.
     *
     * @return what it returns
     * @throws Throwable what it throws, unwrapped
     */
    public static @Nullable Object pass(Object target, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
