package org.gatebook.catalogue.tax;

import org.gatebook.api.offer.TaxRule;
import org.gatebook.catalogue.offer.OfferPart;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TaxRulesOffered {

    @Bean
    OfferPart<TaxRule> taxRulesOfEvent(TaxRules rules) {
        return OfferPart.ofEach(TaxRule.class, rules.resource().type(), TaxRules::offered);
    }
}
