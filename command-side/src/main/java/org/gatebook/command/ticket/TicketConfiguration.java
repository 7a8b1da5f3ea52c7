package org.gatebook.command.ticket;

import org.gatebook.api.ticket.ScanOfUnknownCode;
import org.gatebook.api.ticket.TicketEvent;
import org.gatebook.api.ticket.TicketId;
import org.gatebook.eventstore.aggregate.AggregateType;
import org.gatebook.eventstore.ledger.ClaimRule;
import org.gatebook.eventstore.registry.EventFamily;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TicketConfiguration {

    private static final int STATE_FORM = 1;

    @Bean
    AggregateType<TicketPosition, TicketState, TicketEvent> tickets() {
        return new AggregateType<>(
                TicketId.KIND,
                TicketPosition.class,
                TicketPosition::new,
                TicketState.class,
                STATE_FORM,
                TicketEvent.class);
    }

    @Bean
    EventFamily scansOfUnknownCodes() {
        return EventFamily.of(ScanOfUnknownCode.class);
    }

    @Bean
    ClaimRule<TicketEvent> ticketClaims() {
        return TicketSecrets.rule();
    }
}
