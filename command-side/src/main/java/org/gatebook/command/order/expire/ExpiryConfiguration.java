package org.gatebook.command.order.expire;

import java.time.Duration;
import org.gatebook.eventstore.RecurringJob;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ExpiryConfiguration {

    @Bean
    RecurringJob expireOverdueOrders(OverdueOrders overdue) {
        return new RecurringJob(OverdueOrders.NAME, Duration.ofMinutes(3), overdue::expire);
    }
}
