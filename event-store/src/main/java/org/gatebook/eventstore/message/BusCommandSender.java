package org.gatebook.eventstore.message;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.gatebook.api.command.AggregateCommand;
import org.gatebook.api.decision.Decision;
import org.gatebook.eventstore.CommandSender;

/** Sends commands over Axon's bus, which handles them on this thread within the current unit. */
public final class BusCommandSender implements CommandSender {

    private final CommandBus bus;

    public BusCommandSender(CommandBus bus) {
        this.bus = bus;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <R> Decision<R> send(AggregateCommand<R> command) {
        AtomicReference<CommandResultMessage<? extends Decision<R>>> handled = new AtomicReference<>();
        bus.<AggregateCommand<R>, Decision<R>>dispatch(
                new GenericCommandMessage<>(command, Map.of()), (message, result) -> handled.set(result));
        CommandResultMessage<? extends Decision<R>> result =
                Objects.requireNonNull(handled.get(), "the bus handles commands on the thread that sends them");
        if (result.isExceptional()) {
            throw Rethrown.unchecked(result.exceptionResult());
        }
        return result.getPayload();
    }
}
