package org.gatebook.eventstore.config;

import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.gatebook.eventstore.log.MetadataKeys;

/** Axon's simple bus of commands. No transaction manager: the unit around it owns the transaction. */
final class Buses {

    private Buses() {}

    static CommandBus commands() {
        SimpleCommandBus bus = SimpleCommandBus.builder().build();
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(
                List.of(message -> Map.of(MetadataKeys.CAUSATION, message.getIdentifier()))));
        return bus;
    }
}
