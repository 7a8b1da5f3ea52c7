package org.gatebook.catalogue.subevent;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gatebook.api.EventSlug;
import org.gatebook.api.offer.EventOffers;
import org.gatebook.catalogue.crud.Change;
import org.gatebook.catalogue.crud.ResourceWriter;
import org.gatebook.catalogue.event.EventReferences;
import org.gatebook.catalogue.event.EventUse;
import org.gatebook.catalogue.event.MetaData;
import org.gatebook.catalogue.event.SeatCategories;
import org.gatebook.catalogue.quota.QuotaResource;
import org.gatebook.catalogue.resource.Document;
import org.gatebook.catalogue.resource.Documents;
import org.gatebook.catalogue.resource.Owner;
import org.gatebook.catalogue.resource.ResourceSelection;
import org.gatebook.catalogue.resource.ResourceType;
import org.gatebook.web.error.ApiError;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What a date may be, beyond the form of each of its fields, and when it may go. */
@Component
final class SubeventRules {

    private final EventOffers offers;
    private final Documents documents;
    private final ResourceWriter writer;
    private final QuotaResource quotas;
    private final ObjectProvider<EventUse> use;

    SubeventRules(
            EventOffers offers,
            Documents documents,
            ResourceWriter writer,
            QuotaResource quotas,
            ObjectProvider<EventUse> use) {
        this.offers = offers;
        this.documents = documents;
        this.writer = writer;
        this.quotas = quotas;
        this.use = use;
    }

    void check(Change date) {
        JsonNode metaData = date.input().find(Subevents.META_DATA);
        if (metaData != null) {
            MetaData.complaint(metaData).ifPresent(complaint -> {
                throw date.refused("meta_data", complaint);
            });
        }
        JsonNode categories = date.input().find(Subevents.SEAT_CATEGORY_MAPPING);
        if (categories != null) {
            EventSlug event = Objects.requireNonNull(date.owner().event());
            String complaint = SeatCategories.complaint(
                    categories, offers.of(date.owner().organizer(), event).items());
            if (complaint != null) {
                throw date.refused("seat_category_mapping", complaint);
            }
        }
        requireOwn(date, PriceOverrides.named(date, PriceOverrides.OF_ITEMS, PriceOverrides.ITEM), "items");
        requireOwn(
                date, PriceOverrides.named(date, PriceOverrides.OF_VARIATIONS, PriceOverrides.VARIATION), "variations");
    }

    private static void requireOwn(Change date, List<Document> named, String what) {
        if (named.stream().anyMatch(document -> EventReferences.isForeign(document, date.owner()))) {
            throw date.refused("One or more " + what + " do not belong to this event.");
        }
    }

    /**
     * Quotas go with their date; what people have bought for it, and the lists of its door, keep it. As long as nobody can
     * tell whether a date was sold it counts as sold.
     */
    void requireUnused(Document date) {
        Owner owner = date.owner();
        EventUse known = use.getIfAvailable();
        if (known == null || known.isDateUsed(owner.organizer(), Objects.requireNonNull(owner.event()), date.id())) {
            throw ApiError.detail(
                            403,
                            "The sub-event can not be deleted as it has already been used in orders. Please set"
                                    + " 'active' to false instead to hide it from users.")
                    .rejected();
        }
        if (documents.count(
                        ResourceType.declare("checkinlist", date.type().keptBy())
                                .build(),
                        of(date))
                > 0) {
            throw ApiError.detail(
                            403,
                            "The sub-event could not be deleted as some constraints (e.g. data created by plug-ins) do"
                                    + " not allow it.")
                    .rejected();
        }
        documents.list(quotas.type(), of(date)).forEach(quota -> writer.delete(quotas.resource(), quota));
    }

    private static ResourceSelection of(Document date) {
        return ResourceSelection.of(date.owner())
                .and("(document ->> 'subevent')::bigint = :date", Map.of("date", date.id()));
    }
}
