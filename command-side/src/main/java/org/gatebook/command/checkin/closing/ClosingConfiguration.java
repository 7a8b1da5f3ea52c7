package org.gatebook.command.checkin.closing;

import java.time.Duration;
import org.gatebook.eventstore.RecurringJob;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ClosingConfiguration {

    @Bean
    RecurringJob exitAll(ClosingTime closing) {
        return new RecurringJob("exit-all", Duration.ofMinutes(1), closing::close);
    }
}
