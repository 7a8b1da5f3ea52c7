package org.gatebook.eventstore.message;

import java.util.concurrent.CompletionException;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.GenericQueryMessage;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.QueryResponseMessage;
import org.gatebook.api.query.Query;
import org.gatebook.eventstore.Questions;

/** Asks over Axon's bus, which answers on this thread within the current unit. */
public final class BusQuestions implements Questions {

    private final QueryBus bus;

    public BusQuestions(QueryBus bus) {
        this.bus = bus;
    }

    @Override
    @SuppressWarnings({"unchecked", "NullAway"}) // null only where the query says so
    public <R> R ask(Query<R> query) {
        try {
            QueryResponseMessage<Object> response = bus.query(
                            new GenericQueryMessage<>(query, ResponseTypes.instanceOf(Object.class)))
                    .join();
            if (response.isExceptional()) {
                throw Rethrown.unchecked(response.exceptionResult());
            }
            return (R) response.getPayload();
        } catch (CompletionException e) {
            throw Rethrown.unchecked(e);
        }
    }
}
