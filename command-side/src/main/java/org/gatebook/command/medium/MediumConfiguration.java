package org.gatebook.command.medium;

import org.gatebook.api.medium.MediumEvent;
import org.gatebook.api.medium.MediumId;
import org.gatebook.eventstore.Claims;
import org.gatebook.eventstore.aggregate.AggregateType;
import org.gatebook.eventstore.ledger.ClaimRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MediumConfiguration {

    private static final int STATE_FORM = 1;

    @Bean
    AggregateType<Medium, MediumState, MediumEvent> media() {
        return new AggregateType<>(
                MediumId.KIND, Medium.class, Medium::new, MediumState.class, STATE_FORM, MediumEvent.class);
    }

    @Bean
    MediumIdentifiers mediumIdentifiers(Claims claims) {
        return new MediumIdentifiers(claims);
    }

    @Bean
    ClaimRule<MediumEvent> mediumClaims() {
        return MediumIdentifiers.rule();
    }
}
