package org.gatebook.catalogue.offer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.offer.Category;
import org.gatebook.api.offer.CheckinList;
import org.gatebook.api.offer.Discount;
import org.gatebook.api.offer.EventDetails;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.offer.Item;
import org.gatebook.api.offer.Question;
import org.gatebook.api.offer.Quota;
import org.gatebook.api.offer.Subevent;
import org.gatebook.api.offer.TaxRule;
import org.gatebook.catalogue.directory.OrganizerSnapshots;
import org.gatebook.catalogue.event.Events;
import org.gatebook.catalogue.resource.Document;
import org.gatebook.catalogue.resource.Documents;
import org.gatebook.catalogue.resource.KeptBy;
import org.gatebook.catalogue.resource.Owner;
import org.gatebook.catalogue.resource.ResourceType;
import org.gatebook.catalogue.setting.SettingDocuments;
import org.gatebook.catalogue.setting.SettingValues;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the snapshot of an event of all its documents, with one query. */
@Component
final class OfferReader {

    private final Documents documents;
    private final OrganizerSnapshots organizers;
    private final Map<Class<?>, OfferPart<?>> parts;
    private final Map<String, ResourceType> kinds = new LinkedHashMap<>();

    OfferReader(Documents documents, OrganizerSnapshots organizers, List<OfferPart<?>> parts) {
        this.documents = documents;
        this.organizers = organizers;
        this.parts = parts.stream().collect(Collectors.toUnmodifiableMap(OfferPart::offered, Function.identity()));
        kinds.put(SettingDocuments.OF_EVENT.kind(), SettingDocuments.OF_EVENT);
        parts.forEach(part -> part.kinds().forEach(this::keep));
    }

    private void keep(ResourceType kind) {
        if (kind.keptBy() != KeptBy.EVENT) {
            throw new IllegalStateException("nobody would notice a change of a " + kind.kind() + " in the snapshot");
        }
        kinds.put(kind.kind(), kind);
    }

    /** Whether there is such an event at all; costs one row. */
    boolean exists(OrganizerSlug organizer, EventSlug event) {
        return documents
                .byKey(Events.TYPE, Owner.of(organizer, event), event.value())
                .isPresent();
    }

    EventSnapshot read(OrganizerSlug organizer, EventSlug event, long version) {
        Map<String, List<Document>> stored = documents.ofEvent(Owner.of(organizer, event), kinds).stream()
                .collect(Collectors.groupingBy(document -> document.type().kind()));
        OfferDocuments all = new OfferDocuments(stored, settings(organizer, stored));
        return new EventSnapshot(version, all.settings(), offer(organizer, event, version, all));
    }

    private SettingValues settings(OrganizerSlug organizer, Map<String, List<Document>> stored) {
        List<Map<String, @Nullable Object>> own =
                stored.getOrDefault(SettingDocuments.OF_EVENT.kind(), List.of()).stream()
                        .map(Document::fields)
                        .toList();
        return organizers.of(organizer).settings().under(own);
    }

    private @Nullable EventOffer offer(OrganizerSlug organizer, EventSlug event, long version, OfferDocuments all) {
        EventDetails details =
                records(EventDetails.class, all).values().stream().findFirst().orElse(null);
        if (details == null) {
            return null;
        }
        return new EventOffer(
                organizer,
                event,
                version,
                details,
                EventTermsReader.terms(all.settings(), details.plugins()),
                records(Category.class, all),
                records(Item.class, all),
                records(TaxRule.class, all),
                records(Quota.class, all),
                records(Question.class, all),
                records(Subevent.class, all),
                records(CheckinList.class, all),
                records(Discount.class, all));
    }

    @SuppressWarnings("unchecked")
    private <T> Map<Long, T> records(Class<T> offered, OfferDocuments all) {
        OfferPart<T> part = (OfferPart<T>) parts.get(offered);
        return part == null ? Map.of() : part.reading().apply(all);
    }
}
