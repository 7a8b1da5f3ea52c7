package org.gatebook.query.checkin.list;

import static org.gatebook.web.auth.Permission.CAN_CHANGE_EVENT_SETTINGS;
import static org.gatebook.web.auth.Permission.CAN_CHECKIN_ORDERS;
import static org.gatebook.web.auth.Permission.CAN_VIEW_ORDERS;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.gatebook.api.offer.Category;
import org.gatebook.api.offer.CheckinList;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.offer.EventOffers;
import org.gatebook.api.offer.Item;
import org.gatebook.api.offer.Text;
import org.gatebook.catalogue.checkin.CheckinListPlaces.PlacedList;
import org.gatebook.query.checkin.list.ListStatus.Count;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Scope;
import org.gatebook.web.request.ApiRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** How many came, in all and by product (behaviour notes, check-in 4.1); names are in the event's language. */
@RestController
@ApiResource(
        scope = Scope.EVENT,
        read = {CAN_VIEW_ORDERS, CAN_CHECKIN_ORDERS},
        write = CAN_CHANGE_EVENT_SETTINGS)
class ListStatusEndpoint {

    private final EventOffers offers;
    private final ListStatus counts;

    ListStatusEndpoint(EventOffers offers, ListStatus counts) {
        this.offers = offers;
        this.counts = counts;
    }

    @GetMapping("/api/v1/organizers/{organizer}/events/{event}/checkinlists/{list}/status/")
    Answer status(ApiRequest request, @PathVariable("list") long number) {
        return ListPositionEndpoint.list(request, offers, number)
                .map(place -> Answer.ok(shown(place, counts.of(request.organizer(), request.event(), place.list()))))
                .orElseGet(Answer::notFound);
    }

    private static Map<String, Object> shown(PlacedList place, List<Count> counts) {
        EventOffer offer = place.offer();
        CheckinList list = place.list();
        Text name = list.subevent() == null
                ? offer.name()
                : offer.subevent(list.subevent()).map(date -> date.name()).orElse(offer.name());
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("event", Map.of("name", name.in(offer.locale())));
        shown.put("checkin_count", sum(counts, any -> true, Count::entered));
        shown.put("position_count", sum(counts, any -> true, Count::positions));
        shown.put("inside_count", sum(counts, any -> true, Count::inside));
        shown.put(
                "items",
                offer.items().values().stream()
                        .filter(item -> list.accepts(item.id()))
                        .sorted(byRank(offer))
                        .map(item -> shown(item, offer.locale(), counts))
                        .toList());
        return shown;
    }

    /** Products without a category come last, as the reference's database puts them. */
    private static Comparator<Item> byRank(EventOffer offer) {
        return Comparator.comparing(
                        (Item item) -> categoryRank(offer, item.category()),
                        Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparingInt(Item::position)
                .thenComparingLong(Item::id);
    }

    private static @Nullable Integer categoryRank(EventOffer offer, @Nullable Long category) {
        Category found = category == null ? null : offer.categories().get(category);
        return found == null ? null : found.position();
    }

    private static Map<String, Object> shown(Item item, String language, List<Count> counts) {
        Map<String, Object> shown = new LinkedHashMap<>();
        Predicate<Count> ofItem = count -> count.item() == item.id();
        shown.put("id", item.id());
        shown.put("name", item.label(language));
        shown.put("admission", item.admission());
        shown.put("checkin_count", sum(counts, ofItem, Count::entered));
        shown.put("position_count", sum(counts, ofItem, Count::positions));
        shown.put(
                "variations",
                item.variations().stream()
                        .sorted(Comparator.comparingInt(Item.Variation::position)
                                .thenComparingLong(Item.Variation::id))
                        .map(variation -> shown(variation, language, counts))
                        .toList());
        return shown;
    }

    private static Map<String, Object> shown(Item.Variation variation, String language, List<Count> counts) {
        Map<String, Object> shown = new LinkedHashMap<>();
        Predicate<Count> ofVariation = count -> Objects.equals(count.variation(), variation.id());
        shown.put("id", variation.id());
        shown.put("value", variation.value().in(language));
        shown.put("checkin_count", sum(counts, ofVariation, Count::entered));
        shown.put("position_count", sum(counts, ofVariation, Count::positions));
        return shown;
    }

    private static long sum(List<Count> counts, Predicate<Count> which, ToLongFunction<Count> number) {
        return counts.stream().filter(which).mapToLong(number).sum();
    }
}
