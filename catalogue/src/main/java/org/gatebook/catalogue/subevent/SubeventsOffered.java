package org.gatebook.catalogue.subevent;

import java.time.Instant;
import org.gatebook.api.offer.Subevent;
import org.gatebook.catalogue.offer.OfferPart;
import org.gatebook.catalogue.offer.OfferTexts;
import org.gatebook.catalogue.resource.Document;
import org.gatebook.catalogue.resource.KeptBy;
import org.gatebook.catalogue.resource.ResourceType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a date becomes in the snapshot of its event. */
@Configuration(proxyBeanMethods = false)
class SubeventsOffered {

    /** A date, for reading only: its rules ask the snapshot, which must not wait for them. */
    private static final ResourceType TYPE =
            ResourceType.declare(Subevents.KIND, KeptBy.EVENT).build();

    @Bean
    OfferPart<Subevent> datesOfEvent() {
        return OfferPart.ofEach(Subevent.class, TYPE, SubeventsOffered::date);
    }

    private static Subevent date(Document date) {
        return new Subevent(
                date.id(),
                OfferTexts.localized(date.get("name")),
                date.flag("active"),
                date.flag("is_public"),
                Instant.parse(date.text("date_from")),
                OfferTexts.moment(date.get("date_to")),
                OfferTexts.moment(date.get("date_admission")),
                OfferTexts.moment(date.get("presale_start")),
                OfferTexts.moment(date.get("presale_end")),
                OfferTexts.localized(date.get("location")),
                OfferTexts.id(date.get("seating_plan")),
                OfferTexts.ids(date, "seat_category_mapping"),
                PriceOverrides.offered(date, PriceOverrides.OF_ITEMS, PriceOverrides.ITEM),
                PriceOverrides.offered(date, PriceOverrides.OF_VARIATIONS, PriceOverrides.VARIATION));
    }
}
