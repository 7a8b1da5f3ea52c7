package org.gatebook.catalogue.quota;

import org.gatebook.api.offer.Quota;
import org.gatebook.catalogue.offer.OfferPart;
import org.gatebook.catalogue.resource.Document;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a quota becomes in the snapshot of its event. */
@Configuration(proxyBeanMethods = false)
class QuotasOffered {

    @Bean
    OfferPart<Quota> quotasOfEvent(QuotaResource quotas) {
        return OfferPart.ofEach(Quota.class, quotas.type(), QuotasOffered::quota);
    }

    static Quota quota(Document quota) {
        Long size = quota.numberOrNull("size");
        return new Quota(
                quota.id(),
                quota.text("name"),
                size == null ? null : size.intValue(),
                quota.numberOrNull("subevent"),
                quota.numbers("items"),
                quota.numbers("variations"),
                quota.flag("closed"),
                quota.flag("close_when_sold_out"),
                quota.flag("release_after_exit"),
                quota.flag("ignore_for_event_availability"));
    }
}
