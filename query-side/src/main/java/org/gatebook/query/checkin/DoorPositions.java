package org.gatebook.query.checkin;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.offer.EventOffers;
import org.gatebook.api.offer.Item;
import org.gatebook.api.order.OrderShape;
import org.gatebook.api.ticket.DoorQuery.DoorShape;
import org.gatebook.catalogue.crud.ShownResources;
import org.gatebook.catalogue.resource.Owner;
import org.gatebook.query.checkin.OtherNames.OtherName;
import org.gatebook.query.order.shown.ShownOrders;
import org.gatebook.web.answer.ApiJson;
import org.gatebook.web.answer.RawJson;
import org.gatebook.web.request.LinkBase;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Positions as doors see them (behaviour notes, check-in 4.8): as everywhere, without what doors need not know and with
 * what they must: how the order stands, whom to call, whom to look at twice.
 */
@Component
public class DoorPositions {

    private static final Set<String> LEFT_OUT = Set.of("discount", "canceled", "voucher_budget_use");
    private static final String SEAT = "seat";

    private final ShownOrders orders;
    private final EventOffers offers;
    private final ShownResources resources;
    private final OtherNames names;

    DoorPositions(ShownOrders orders, EventOffers offers, ShownResources resources, OtherNames names) {
        this.orders = orders;
        this.offers = offers;
        this.resources = resources;
        this.names = names;
    }

    /** Positions in their order, each a JSON value. */
    public List<Object> show(
            OrganizerSlug organizer, List<DoorPosition> positions, @Nullable Long except, DoorShape shape) {
        List<Object> plain = plain(organizer, positions, shape);
        List<ObjectNode> shown = new ArrayList<>();
        Map<Long, OtherName> others = names.of(positions);
        for (int i = 0; i < positions.size(); i++) {
            DoorPosition position = positions.get(i);
            OtherName other = others.get(position.id());
            shown.add(atDoor(organizer, position, (ObjectNode) tree(plain.get(i)), other, except, shape));
        }
        expand(organizer, positions, shown, shape);
        return List.copyOf(shown);
    }

    /** As their orders show them, those whose printed texts are asked for and the others, in the order of the positions. */
    private List<Object> plain(OrganizerSlug organizer, List<DoorPosition> positions, DoorShape shape) {
        Map<Boolean, List<DoorPosition>> byText = positions.stream()
                .collect(Collectors.partitioningBy(position -> shape.pdfData().contains(event(position))));
        Map<Boolean, Iterator<Object>> shown = new HashMap<>();
        byText.forEach((texts, some) -> shown.put(
                texts,
                orders.showPositions(
                                organizer,
                                some.stream().map(DoorPosition::position).toList(),
                                new OrderShape(shape.origin(), true, false, texts, List.of(), List.of()))
                        .iterator()));
        return positions.stream()
                .map(position -> Objects.requireNonNull(
                                shown.get(shape.pdfData().contains(event(position))))
                        .next())
                .toList();
    }

    private static JsonNode tree(Object json) {
        return json instanceof RawJson raw
                ? ApiJson.mapper().readTree(raw.text())
                : ApiJson.mapper().valueToTree(json);
    }

    private ObjectNode atDoor(
            OrganizerSlug organizer,
            DoorPosition position,
            ObjectNode plain,
            @Nullable OtherName other,
            @Nullable Long except,
            DoorShape shape) {
        ObjectNode shown = ApiJson.mapper().createObjectNode();
        plain.properties().forEach(key -> {
            if (!LEFT_OUT.contains(key.getKey())) {
                shown.set(key.getKey(), key.getValue());
            }
            if (key.getKey().equals(SEAT)) {
                shown.put("require_attention", needsAttention(organizer, position));
                shown.put("order__status", position.position().order().status().code());
                shown.put("order__valid_if_pending", position.position().order().validIfPending());
                shown.put("order__require_approval", position.position().order().requireApproval());
            }
        });
        if (other != null) {
            shown.put("attendee_name", other.name());
            if (other.parts() != null) {
                shown.set("attendee_name_parts", ApiJson.mapper().readTree(other.parts()));
            }
        }
        if (shown.get("checkins") instanceof ArrayNode scans) {
            scans.removeIf(scan -> (except != null && scan.path("id").longValue() == except)
                    || (shape.lists() != null
                            && !shape.lists().contains(scan.path("list").longValue())));
        }
        return shown;
    }

    private boolean needsAttention(OrganizerSlug organizer, DoorPosition position) {
        Optional<Item> item = offers.find(organizer, event(position))
                .flatMap(offer -> offer.item(position.position().line().item()));
        return position.attention()
                || item.map(Item::checkinAttention).orElse(false)
                || item.flatMap(i -> Optional.ofNullable(position.variation()).flatMap(i::variation))
                        .map(Item.Variation::checkinAttention)
                        .orElse(false);
    }

    private void expand(
            OrganizerSlug organizer, List<DoorPosition> positions, List<ObjectNode> shown, DoorShape shape) {
        if (shape.expand().isEmpty()) {
            return;
        }
        Map<EventSlug, List<Integer>> byEvent = new HashMap<>();
        for (int i = 0; i < positions.size(); i++) {
            byEvent.computeIfAbsent(event(positions.get(i)), event -> new ArrayList<>())
                    .add(i);
        }
        byEvent.forEach((event, indexes) -> new Wholes(Owner.of(organizer, event), shape)
                .putInto(indexes.stream().map(shown::get).toList()));
    }

    static EventSlug event(DoorPosition position) {
        return position.position().order().event();
    }

    /** What is shown whole in the positions of one event. */
    private final class Wholes {

        private final Owner owner;
        private final DoorShape shape;

        private Wholes(Owner owner, DoorShape shape) {
            this.owner = owner;
            this.shape = shape;
        }

        private void putInto(List<ObjectNode> positions) {
            boolean variations = shape.expand().contains("variation");
            Map<Long, JsonNode> items =
                    variations || shape.expand().contains("item") ? find("item", positions, "item") : Map.of();
            if (variations) {
                positions.forEach(position ->
                        variation(position, items.get(position.path("item").asLong(0))));
            }
            if (shape.expand().contains("item")) {
                positions.forEach(position -> replace(position, "item", items));
            }
            if (shape.expand().contains("subevent")) {
                Map<Long, JsonNode> dates = find("subevent", positions, "subevent");
                positions.forEach(position -> replace(position, "subevent", dates));
            }
            if (shape.expand().contains("answers.question")) {
                List<ObjectNode> answers = positions.stream()
                        .flatMap(position -> position.path("answers").valueStream())
                        .map(ObjectNode.class::cast)
                        .toList();
                Map<Long, JsonNode> asked = find("question", answers, "question");
                answers.forEach(answer -> replace(answer, "question", asked));
            }
        }

        private Map<Long, JsonNode> find(String kind, Collection<ObjectNode> among, String key) {
            Set<Long> numbers = among.stream()
                    .map(object -> object.path(key))
                    .filter(JsonNode::isNumber)
                    .map(JsonNode::longValue)
                    .collect(Collectors.toCollection(TreeSet::new));
            Map<Long, JsonNode> found = new HashMap<>();
            resources
                    .show(kind, owner, numbers, new LinkBase(shape.origin()))
                    .forEach((number, resource) ->
                            found.put(number, ApiJson.mapper().valueToTree(resource)));
            return found;
        }

        private static void variation(ObjectNode position, @Nullable JsonNode item) {
            if (item != null && position.path("variation").isNumber()) {
                long number = position.path("variation").longValue();
                item.path("variations")
                        .valueStream()
                        .filter(variation -> variation.path("id").longValue() == number)
                        .findFirst()
                        .ifPresent(variation -> position.set("variation", variation));
            }
        }

        private static void replace(ObjectNode in, String key, Map<Long, JsonNode> wholes) {
            JsonNode whole = in.path(key).isNumber() ? wholes.get(in.path(key).longValue()) : null;
            if (whole != null) {
                in.set(key, whole);
            }
        }
    }
}
