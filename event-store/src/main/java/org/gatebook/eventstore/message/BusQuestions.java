package org.gatebook.eventstore.message;

import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.axonframework.queryhandling.GenericQueryMessage;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.QueryResponseMessage;
import org.gatebook.api.query.Query;
import org.gatebook.eventstore.Questions;
import org.springframework.core.ResolvableType;

/** Asks over Axon's bus, which answers on this thread within the current unit. */
public final class BusQuestions implements Questions {

    private static final ClassValue<Boolean> ANSWERS_OPTIONAL = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> query) {
            return ResolvableType.forClass(query).as(Query.class).getGeneric(0).resolve(Object.class) == Optional.class;
        }
    };

    private final QueryBus bus;

    public BusQuestions(QueryBus bus) {
        this.bus = bus;
    }

    /** Axon takes the value out of an Optional that a handler returns; whoever asked for one gets it back. */
    private static boolean answersOptional(Query<?> query) {
        return ANSWERS_OPTIONAL.get(query.getClass());
    }

    @Override
    @SuppressWarnings({"unchecked", "NullAway"}) // null only where the query says so
    public <R> R ask(Query<R> query) {
        try {
            QueryResponseMessage<Object> response = bus.query(new GenericQueryMessage<>(query, AnyAnswer.ANSWER))
                    .join();
            if (response.isExceptional()) {
                throw Rethrown.unchecked(response.exceptionResult());
            }
            return (R) (answersOptional(query) ? Optional.ofNullable(response.getPayload()) : response.getPayload());
        } catch (CompletionException e) {
            throw Rethrown.unchecked(e);
        }
    }
}
