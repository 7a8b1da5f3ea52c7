package org.gatebook.catalogue.event;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.gatebook.api.EventSlug;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.catalogue.crud.Change;
import org.gatebook.catalogue.offer.EventSnapshots;
import org.gatebook.catalogue.resource.Documents;
import org.gatebook.catalogue.resource.ResourceSelection;
import org.gatebook.web.error.ApiError;
import org.gatebook.web.error.FieldErrorCollector;
import org.gatebook.web.error.FieldErrors;
import org.gatebook.web.form.Parsed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What an event may be, beyond the form of each of its fields. */
@Component
final class EventRules {

    private final Documents documents;
    private final EventSnapshots offers;

    EventRules(Documents documents, EventSnapshots offers) {
        this.documents = documents;
        this.offers = offers;
    }

    /** Looks at dates as they were sent; those of the stored event are not compared, as in the reference. */
    void endsAfterItStarts(Parsed sent, FieldErrorCollector errors) {
        if (isAfter(sent.find(EventFields.DATE_FROM), sent.find(EventFields.DATE_TO))) {
            errors.add("The event cannot end before it starts.");
        } else if (isAfter(sent.find(EventFields.PRESALE_START), sent.find(EventFields.PRESALE_END))) {
            errors.add("The event's presale cannot end before it starts.");
        }
    }

    private static boolean isAfter(@Nullable Instant from, @Nullable Instant to) {
        return from != null && to != null && from.isAfter(to);
    }

    /** All that is wrong with single fields comes together. */
    void check(Change change) {
        FieldErrorCollector errors = new FieldErrorCollector();
        slug(change, errors);
        live(change, errors);
        kind(change, errors);
        metaData(change, errors);
        seats(change, errors);
        if (!errors.isEmpty()) {
            throw ApiError.fields(errors.errors()).rejected();
        }
        if (Boolean.TRUE.equals(change.get("has_subevents")) && change.get("seating_plan") != null) {
            throw change.refused(
                    FieldErrors.WHOLE_OBJECT, "Event series should not directly be assigned a seating plan.");
        }
    }

    private void slug(Change change, FieldErrorCollector errors) {
        String slug = change.input().find(EventFields.SLUG);
        if (slug == null) {
            return;
        }
        if (change.before() != null) {
            if (!slug.equals(change.before().text("slug"))) {
                errors.add("The event slug cannot be changed.", "slug");
            }
        } else if (isTaken(change, slug)) {
            errors.add("This slug has already been used for a different event.", "slug");
        }
    }

    /** In addresses case matters; two events whose slugs differ in nothing else would be one too many for people. */
    private boolean isTaken(Change change, String slug) {
        return documents.count(
                        Events.TYPE,
                        ResourceSelection.ofEvents(change.owner().organizer())
                                .and("upper(key) = upper(:slug)", Map.of("slug", slug)))
                > 0;
    }

    private void live(Change change, FieldErrorCollector errors) {
        if (!Boolean.TRUE.equals(change.input().find(EventFields.LIVE))) {
            return;
        }
        String issue = change.isNew()
                ? "Events cannot be created as 'live'. Quotas and payment must be added to the event before sales can"
                        + " go live."
                : LiveIssues.first(offer(change));
        if (issue != null) {
            errors.add(issue, "live");
        }
    }

    private static void kind(Change change, FieldErrorCollector errors) {
        Boolean series = change.input().find(EventFields.HAS_SUBEVENTS);
        if (series != null
                && change.before() != null
                && series != change.before().flag("has_subevents")) {
            errors.add("Once created an event cannot change between an series and a single event.", "has_subevents");
        }
    }

    private static void metaData(Change change, FieldErrorCollector errors) {
        JsonNode sent = change.input().find(EventFields.META_DATA);
        if (sent != null) {
            MetaData.complaint(sent).ifPresent(complaint -> errors.add(complaint, "meta_data"));
        }
        JsonNode properties = change.input().find(EventFields.ITEM_META_PROPERTIES);
        if (properties != null && !MetaData.isTexts(properties)) {
            errors.add("item_meta_properties needs to be an object (str -> str).", "item_meta_properties");
        }
    }

    private void seats(Change change, FieldErrorCollector errors) {
        JsonNode sent = change.input().find(EventFields.SEAT_CATEGORY_MAPPING);
        if (sent == null) {
            return;
        }
        String complaint = change.isNew() && sent.isObject() && !sent.isEmpty()
                ? "You cannot specify seat category mappings on event creation."
                : SeatCategories.complaint(
                        sent, change.isNew() ? Map.of() : offer(change).items());
        if (complaint != null) {
            errors.add(complaint, "seat_category_mapping");
        }
    }

    private EventOffer offer(Change change) {
        EventSlug slug = Objects.requireNonNull(change.owner().event());
        return offers.of(change.owner().organizer(), slug);
    }
}
