package org.gatebook.command.giftcard;

import org.gatebook.api.giftcard.GiftCardEvent;
import org.gatebook.api.giftcard.GiftCardId;
import org.gatebook.eventstore.aggregate.AggregateType;
import org.gatebook.eventstore.ledger.ClaimRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class GiftCardConfiguration {

    private static final int STATE_FORM = 1;

    @Bean
    AggregateType<GiftCard, GiftCardState, GiftCardEvent> giftCards() {
        return new AggregateType<>(
                GiftCardId.KIND, GiftCard.class, GiftCard::new, GiftCardState.class, STATE_FORM, GiftCardEvent.class);
    }

    @Bean
    ClaimRule<GiftCardEvent> giftCardClaims() {
        return GiftCardClaims.rule();
    }
}
