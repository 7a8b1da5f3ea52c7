package org.gatebook.catalogue.tax;

import org.gatebook.api.offer.TaxRule;
import org.gatebook.catalogue.offer.OfferPart;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TaxRulesOffered {

    @Bean
    OfferPart<TaxRule> taxRulesOfEvent() {
        return OfferPart.ofEach(TaxRule.class, TaxRules.RESOURCE.type(), TaxRules::offered);
    }
}
