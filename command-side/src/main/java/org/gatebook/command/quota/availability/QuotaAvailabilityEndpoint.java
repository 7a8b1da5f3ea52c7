package org.gatebook.command.quota.availability;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.offer.EventOffers;
import org.gatebook.api.offer.Quota;
import org.gatebook.api.order.PlaceQuery.CountPendingPlaces;
import org.gatebook.api.order.PlaceQuery.TakenPlaces;
import org.gatebook.catalogue.quota.QuotaResource;
import org.gatebook.catalogue.resource.Catalogue;
import org.gatebook.catalogue.resource.Documents;
import org.gatebook.catalogue.resource.Owner;
import org.gatebook.catalogue.usage.Counted;
import org.gatebook.catalogue.usage.Reservations;
import org.gatebook.catalogue.usage.Reservations.Question;
import org.gatebook.catalogue.usage.Reserved;
import org.gatebook.catalogue.usage.Reserved.Reason;
import org.gatebook.command.quota.availability.QuotaAvailability.State;
import org.gatebook.command.quota.availability.QuotaAvailability.Taken;
import org.gatebook.eventstore.Questions;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Scope;
import org.gatebook.web.request.ApiRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * How much of a quota is left. Whoever looks closes a quota that is to stay shut once it was sold out: the sale itself does
 * not (behaviour notes, orders 9.2).
 */
@RestController
@ApiResource(
        scope = Scope.EVENT,
        read = {},
        write = {},
        writesWhenRead = true)
class QuotaAvailabilityEndpoint {

    private final EventOffers offers;
    private final Reservations reservations;
    private final Questions questions;
    private final QuotaResource quotas;
    private final Documents documents;
    private final Catalogue catalogue;

    QuotaAvailabilityEndpoint(
            EventOffers offers,
            Reservations reservations,
            Questions questions,
            QuotaResource quotas,
            Documents documents,
            Catalogue catalogue) {
        this.offers = offers;
        this.reservations = reservations;
        this.questions = questions;
        this.quotas = quotas;
        this.documents = documents;
        this.catalogue = catalogue;
    }

    @GetMapping("/api/v1/organizers/{organizer}/events/{event}/quotas/{quota}/availability/")
    Answer show(@PathVariable String quota, ApiRequest request) {
        EventOffer offer = offers.of(request.organizer(), request.event());
        Quota asked = find(offer, quota);
        if (asked == null) {
            return Answer.notFound();
        }
        QuotaAvailability availability = QuotaAvailability.of(asked, taken(offer, asked, request));
        if (availability.isSoldOut() && asked.closeWhenSoldOut() && !asked.closed()) {
            close(offer, asked);
        }
        return Answer.ok(shown(availability, asked));
    }

    private static @Nullable Quota find(EventOffer offer, String address) {
        return offer.quotas().values().stream()
                .filter(quota -> Long.toString(quota.id()).equals(address))
                .findFirst()
                .orElse(null);
    }

    private Taken taken(EventOffer offer, Quota quota, ApiRequest request) {
        Reserved reserved = reservations.of(offer, Question.about(List.of(Counted.quota(quota.id()))), request.now());
        long valid = reserved.used(Counted.quota(quota.id()));
        long pending = questions.ask(new CountPendingPlaces(offer.organizer(), offer.event(), quota.items())).stream()
                .filter(taken -> quota.covers(taken.item(), taken.variation(), taken.subevent()))
                .mapToLong(TakenPlaces::count)
                .sum();
        return new Taken(
                valid - pending,
                pending,
                reserved.exited(quota),
                reserved.kept(Reason.VOUCHER, quota),
                reserved.kept(Reason.CART, quota),
                reserved.kept(Reason.WAITING_LIST, quota));
    }

    private void close(EventOffer offer, Quota quota) {
        documents
                .byId(quotas.type(), Owner.of(offer.organizer(), offer.event()), quota.id())
                .ifPresent(document -> catalogue.change(document, Map.of("closed", true)));
    }

    private static Map<String, @Nullable Object> shown(QuotaAvailability availability, Quota quota) {
        Taken taken = availability.taken();
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        shown.put("paid_orders", taken.paid());
        shown.put("pending_orders", taken.pending());
        shown.put("exited_orders", taken.exited());
        shown.put("blocking_vouchers", taken.vouchers());
        shown.put("cart_positions", taken.carts());
        shown.put("waiting_list", taken.waiting());
        shown.put("available_number", availability.left());
        shown.put("available", availability.state() == State.OK);
        shown.put("total_size", quota.size());
        return shown;
    }
}
