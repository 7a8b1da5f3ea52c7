package org.gatebook.eventstore.config;

import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.gatebook.eventstore.log.MetadataKeys;

/** Axon's simple buses. No transaction manager: the unit around them owns the transaction. */
final class Buses {

    private Buses() {}

    static CommandBus commands() {
        SimpleCommandBus bus = SimpleCommandBus.builder().build();
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(
                List.of(message -> Map.of(MetadataKeys.CAUSATION, message.getIdentifier()))));
        return bus;
    }

    static QueryBus queries() {
        return SimpleQueryBus.builder().build();
    }
}
