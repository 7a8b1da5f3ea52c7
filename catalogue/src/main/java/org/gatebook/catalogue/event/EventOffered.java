package org.gatebook.catalogue.event;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gatebook.api.offer.EventDetails;
import org.gatebook.catalogue.offer.OfferDocuments;
import org.gatebook.catalogue.offer.OfferPart;
import org.gatebook.catalogue.offer.OfferTexts;
import org.gatebook.catalogue.resource.Document;
import org.gatebook.catalogue.setting.SettingValues;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What an event becomes in its own snapshot. */
@Configuration(proxyBeanMethods = false)
class EventOffered {

    @Bean
    OfferPart<EventDetails> detailsOfEvent() {
        return new OfferPart<>(EventDetails.class, Set.of(Events.TYPE), EventOffered::details);
    }

    private static Map<Long, EventDetails> details(OfferDocuments documents) {
        Map<Long, EventDetails> details = new LinkedHashMap<>();
        documents.of(Events.TYPE).forEach(event -> details.put(event.id(), details(event, documents.settings())));
        return details;
    }

    private static EventDetails details(Document event, SettingValues settings) {
        return new EventDetails(
                event.id(),
                OfferTexts.localized(event.get("name")),
                Currency.getInstance(event.text("currency")),
                event.flag("live"),
                event.flag("testmode"),
                event.flag("is_public"),
                event.flag("has_subevents"),
                Instant.parse(event.text("date_from")),
                OfferTexts.moment(event.get("date_to")),
                OfferTexts.moment(event.get("date_admission")),
                OfferTexts.moment(event.get("presale_start")),
                OfferTexts.moment(event.get("presale_end")),
                OfferTexts.localized(event.get("location")),
                ZoneId.of(Objects.requireNonNull(settings.text("timezone"))),
                Objects.requireNonNull(settings.text("locale")),
                new LinkedHashSet<>(event.texts("plugins")),
                OfferTexts.id(event.get("seating_plan")),
                OfferTexts.ids(event, "seat_category_mapping"),
                event.flag("all_sales_channels") ? null : new LinkedHashSet<>(event.texts("limit_sales_channels")));
    }
}
