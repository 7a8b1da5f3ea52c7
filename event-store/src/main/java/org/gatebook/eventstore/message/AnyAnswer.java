package org.gatebook.eventstore.message;

import java.lang.reflect.Type;
import org.axonframework.messaging.responsetypes.ResponseType;

/**
 * Takes whatever the handler of a question returns. Axon's own type for {@code Object} takes plain classes only: a handler
 * that returns a {@code Map} of something would not be found. What a question is answered with, its record says.
 */
final class AnyAnswer implements ResponseType<Object> {

    static final AnyAnswer ANSWER = new AnyAnswer();

    private AnyAnswer() {}

    @Override
    public boolean matches(Type returned) {
        return true;
    }

    @Override
    public Object convert(Object answer) {
        return answer;
    }

    @Override
    public Class<Object> responseMessagePayloadType() {
        return Object.class;
    }

    @Override
    public Class<?> getExpectedResponseType() {
        return Object.class;
    }
}
