package org.gatebook.catalogue.cart;

import static org.gatebook.catalogue.resource.Sensitivity.PERSONAL;
import static org.gatebook.catalogue.resource.Sensitivity.PLAIN;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.offer.CartPosition;
import org.gatebook.api.offer.Carts;
import org.gatebook.api.offer.EventOffers;
import org.gatebook.api.offer.Seat;
import org.gatebook.api.offer.Seats;
import org.gatebook.catalogue.crud.Resource;
import org.gatebook.catalogue.event.EventReferences;
import org.gatebook.catalogue.event.Referrer;
import org.gatebook.catalogue.event.Referrers;
import org.gatebook.catalogue.person.NameScheme;
import org.gatebook.catalogue.resource.Catalogue;
import org.gatebook.catalogue.resource.Document;
import org.gatebook.catalogue.resource.Documents;
import org.gatebook.catalogue.resource.KeptBy;
import org.gatebook.catalogue.resource.Owner;
import org.gatebook.catalogue.resource.ResourceSelection;
import org.gatebook.catalogue.resource.ResourceType;
import org.gatebook.web.form.ApiText;
import org.gatebook.web.form.type.Relation;
import org.gatebook.web.request.LinkBase;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The declaration of positions in carts, and what others ask about carts. */
@Component
public final class CartPositions implements Carts, Referrer {

    private final Documents documents;
    private final Catalogue catalogue;
    private final EventOffers offers;
    private final Seats seats;
    private final Resource resource;

    CartPositions(Documents documents, Catalogue catalogue, EventOffers offers, Seats seats) {
        this.documents = documents;
        this.catalogue = catalogue;
        this.offers = offers;
        this.seats = seats;
        this.resource = Resource.declare(CartPosition.KIND, KeptBy.NOBODY)
                .id()
                .made(PLAIN, "cart_id")
                .made(PLAIN, "item")
                .made(PLAIN, "variation")
                .made(PLAIN, "price")
                .shown("attendee_name", (position, links) -> name(position))
                .made(PERSONAL, "attendee_name_parts")
                .made(PERSONAL, "attendee_email")
                .made(PLAIN, "voucher")
                .made(PLAIN, "addon_to")
                .made(PLAIN, "subevent")
                .made(PLAIN, "datetime")
                .made(PLAIN, "expires")
                .made(PLAIN, "includes_tax")
                .kept(PERSONAL, "answers")
                .gathered(this::answers, "answers")
                .kept(PLAIN, "seat")
                .gathered(this::seats, "seat")
                .made(PLAIN, "is_bundled")
                .beforeDelete(this::deleteParts)
                .orderedBy("datetime")
                .orderedBy("cart_id")
                .usually(Resource.column("datetime") + ", id")
                .build();
    }

    Resource resource() {
        return resource;
    }

    private ResourceType type() {
        return resource.type();
    }

    @Override
    public List<CartPosition> held(OrganizerSlug organizer, EventSlug event, Collection<String> carts, Instant now) {
        return carts.isEmpty()
                ? List.of()
                : documents
                        .list(
                                type(),
                                ResourceSelection.of(Owner.of(organizer, event))
                                        .and(
                                                "document ->> 'cart_id' = ANY (:carts) AND (document ->>"
                                                        + " 'expires')::timestamptz > :now::timestamptz",
                                                Map.of(
                                                        "carts",
                                                        carts.toArray(String[]::new),
                                                        "now",
                                                        ApiText.moment(now))))
                        .stream()
                        .map(CartPositions::position)
                        .toList();
    }

    @Override
    public List<Long> withParts(OrganizerSlug organizer, EventSlug event, Collection<CartPosition> positions) {
        Owner owner = Owner.of(organizer, event);
        Set<Long> all = new LinkedHashSet<>();
        for (CartPosition position : positions) {
            all.add(position.id());
            parts(owner, position.cart(), position.id()).forEach(part -> all.add(part.id()));
        }
        return List.copyOf(all);
    }

    @Override
    public void remove(OrganizerSlug organizer, EventSlug event, Collection<Long> positions) {
        Owner owner = Owner.of(organizer, event);
        positions.forEach(position -> documents.byId(type(), owner, position).ifPresent(catalogue::delete));
    }

    /** Takes what a voucher opened out of all carts, because the voucher is gone. */
    public void removeThoseOf(Owner owner, long voucher) {
        documents
                .list(
                        type(),
                        ResourceSelection.of(owner)
                                .and("(document ->> 'voucher')::bigint = :voucher", Map.of("voucher", voucher)))
                .forEach(position -> {
                    parts(position).forEach(catalogue::delete);
                    catalogue.delete(position);
                });
    }

    /** Takes out what was over so long ago. @return how many positions */
    int removeOlderThan(Owner owner, String interval) {
        List<Document> old = documents.list(
                type(),
                ResourceSelection.of(owner)
                        .and(
                                "(document ->> 'expires')::timestamptz < clock_timestamp() - :interval::interval",
                                Map.of("interval", interval)));
        old.forEach(catalogue::delete);
        return old.size();
    }

    @Override
    public void letGo(Relation<Long, Document> kind, Document gone, Referrers referrers) {
        if (kind == EventReferences.ITEM) {
            referrers.drop(resource, "item", gone);
        } else if (kind == EventReferences.VARIATION) {
            referrers.drop(resource, "variation", gone);
        } else if (kind == EventReferences.SUBEVENT) {
            referrers.drop(resource, "subevent", gone);
        }
    }

    private static CartPosition position(Document position) {
        return new CartPosition(
                position.id(),
                position.text("cart_id"),
                position.number("item"),
                position.numberOrNull("variation"),
                position.numberOrNull("subevent"),
                position.numberOrNull("voucher"),
                position.numberOrNull("seat"),
                Instant.parse(position.text("expires")));
    }

    private void deleteParts(Document position) {
        parts(position).forEach(catalogue::delete);
    }

    private List<Document> parts(Document position) {
        return parts(position.owner(), position.text("cart_id"), position.id());
    }

    private List<Document> parts(Owner owner, String cart, long main) {
        return documents.list(
                type(),
                ResourceSelection.of(owner)
                        .and(
                                "document ->> 'cart_id' = :cart AND (document ->> 'addon_to')::bigint = :main",
                                Map.of("cart", cart, "main", main)));
    }

    private static @Nullable String name(Document position) {
        String name = NameScheme.wholeName(position.object("attendee_name_parts"));
        return name.isEmpty() ? null : name;
    }

    private Map<Long, Map<String, @Nullable Object>> answers(List<Document> positions, LinkBase links) {
        Map<Long, Map<String, @Nullable Object>> answers = new HashMap<>();
        for (Document position : positions) {
            Owner owner = position.owner();
            answers.put(
                    position.id(),
                    Map.of(
                            "answers",
                            position.rows("answers").isEmpty()
                                    ? List.of()
                                    : CartAnswers.shown(
                                            position,
                                            offers.of(owner.organizer(), Objects.requireNonNull(owner.event())))));
        }
        return answers;
    }

    private Map<Long, Map<String, @Nullable Object>> seats(List<Document> positions, LinkBase links) {
        Map<Long, Map<String, @Nullable Object>> shown = new HashMap<>();
        List<Document> seated = positions.stream()
                .filter(position -> position.numberOrNull("seat") != null)
                .toList();
        if (seated.isEmpty()) {
            return shown;
        }
        Owner owner = seated.getFirst().owner();
        Map<Long, Seat> found = seats.byId(
                owner.organizer(),
                Objects.requireNonNull(owner.event()),
                seated.stream().map(position -> position.number("seat")).toList());
        for (Document position : seated) {
            Seat seat = found.get(position.number("seat"));
            if (seat != null) {
                shown.put(position.id(), Map.of("seat", shown(seat)));
            }
        }
        return shown;
    }

    private static Map<String, @Nullable Object> shown(Seat seat) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        shown.put("id", seat.id());
        shown.put("name", seat.name());
        shown.put("seat_guid", seat.guid());
        shown.put("zone_name", seat.zoneName());
        shown.put("row_name", seat.rowName());
        shown.put("row_label", seat.rowLabel());
        shown.put("seat_label", seat.seatLabel());
        shown.put("seat_number", seat.seatNumber());
        return shown;
    }
}
