package org.gatebook.catalogue.device.selection;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.offer.CheckinList;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.offer.EventOffers;
import org.gatebook.api.offer.Subevent;
import org.gatebook.catalogue.device.DeviceResource;
import org.gatebook.catalogue.resource.Documents;
import org.gatebook.catalogue.resource.Owner;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.answer.Content;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Credential;
import org.gatebook.web.auth.Scope;
import org.gatebook.web.error.ApiError;
import org.gatebook.web.request.ApiRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Which event and list a device should switch to; 304 if it has them already. A device at a gate is shown only lists of that
 * gate, and no list can be given one yet.
 */
@RestController
record EventSelectionEndpoint(Happenings happenings, EventOffers offers, Documents documents, DeviceResource devices) {

    private static final String LANGUAGE = "en";

    /** Lists in the order of people: by date, then by name. */
    private static Comparator<CheckinList> byDateAndName(EventOffer offer) {
        return Comparator.comparing(
                        (CheckinList list) -> Optional.ofNullable(list.subevent())
                                .flatMap(offer::subevent)
                                .map(Subevent::dateFrom)
                                .orElse(null),
                        Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(CheckinList::name)
                .thenComparingLong(CheckinList::id);
    }

    @GetMapping("/api/v1/device/eventselection")
    @ApiResource(
            scope = Scope.DEVICE,
            read = {},
            write = {})
    public Answer select(ApiRequest request) {
        if (!(request.credential() instanceof Credential.Device device)) {
            throw new IllegalStateException("only devices come here");
        }
        OrganizerSlug organizer = device.organizer();
        String slug = request.query().get("current_event");
        Happening current = slug == null
                ? null
                : happenings.named(organizer, new EventSlug(slug), number(request, "current_subevent"));
        if (isAtGate(device)) {
            return nothing();
        }
        Suggestion suggestion = Suggestion.of(
                current,
                happenings.started(organizer, device.reach(), request.now()),
                happenings.upcoming(organizer, device.reach(), request.now()),
                request.now());
        return switch (suggestion) {
            case Suggestion.Keep keep -> unchanged();
            case Suggestion.Nothing none -> nothing();
            case Suggestion.Take take -> answer(request, organizer, current, take.happening());
        };
    }

    private boolean isAtGate(Credential.Device device) {
        return documents
                .byId(devices.type(), Owner.of(device.organizer()), device.id())
                .map(found -> found.get("gate") != null)
                .orElse(false);
    }

    private Answer answer(
            ApiRequest request, OrganizerSlug organizer, @Nullable Happening current, Happening suggested) {
        EventOffer offer = offers.of(organizer, suggested.event());
        Long listed = number(request, "current_checkinlist");
        CheckinList list = list(offer, suggested, currentList(organizer, current, listed));
        Long listId = list == null ? null : list.id();
        boolean same = current != null
                && suggested.event().equals(current.event())
                && Objects.equals(suggested.subevent(), number(request, "current_subevent"))
                && Objects.equals(listId, listed);
        if (same) {
            return unchanged();
        }
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put(
                "event",
                Map.of("slug", offer.event().value(), "name", offer.name().in(LANGUAGE)));
        answer.put("subevent", suggested.subevent());
        answer.put("checkinlist", listId);
        return Answer.ok(answer);
    }

    /** The device's list, or one that people would take for it, or the first one. */
    private static @Nullable CheckinList list(EventOffer offer, Happening suggested, @Nullable CheckinList present) {
        List<CheckinList> lists = offer.checkinLists().values().stream()
                .filter(list -> suggested.subevent() == null
                        || list.subevent() == null
                        || list.subevent().equals(suggested.subevent()))
                .sorted(byDateAndName(offer))
                .toList();
        return lists.stream()
                .filter(list -> present != null
                        && (list.id() == present.id() || list.name().equals(present.name())))
                .findFirst()
                .orElse(lists.isEmpty() ? null : lists.getFirst());
    }

    private @Nullable CheckinList currentList(
            OrganizerSlug organizer, @Nullable Happening current, @Nullable Long listed) {
        return current == null || listed == null
                ? null
                : offers.of(organizer, current.event()).checkinLists().get(listed);
    }

    private static @Nullable Long number(ApiRequest request, String name) {
        String sent = request.query().get(name);
        if (sent == null || sent.isEmpty()) {
            return null;
        }
        try {
            return Long.valueOf(sent);
        } catch (NumberFormatException e) {
            throw ApiError.field(name, "Enter a number.").rejected();
        }
    }

    private static Answer unchanged() {
        return Answer.of(304, new Content.None());
    }

    private static Answer nothing() {
        return Answer.of(404, new Content.None());
    }
}
