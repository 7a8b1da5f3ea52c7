package org.gatebook.command.order;

import org.gatebook.api.order.OrderEvent;
import org.gatebook.api.order.OrderId;
import org.gatebook.command.order.state.OrderState;
import org.gatebook.eventstore.aggregate.AggregateType;
import org.gatebook.eventstore.ledger.ClaimRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OrderConfiguration {

    private static final int STATE_FORM = 5;

    @Bean
    AggregateType<Order, OrderState, OrderEvent> orders() {
        return new AggregateType<>(
                OrderId.KIND, Order.class, Order::new, OrderState.class, STATE_FORM, OrderEvent.class);
    }

    @Bean
    ClaimRule<OrderEvent> orderClaims() {
        return OrderCodes.rule();
    }
}
