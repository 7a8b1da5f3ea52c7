package org.gatebook.query.order.file;

import static org.gatebook.web.auth.Permission.CAN_CHANGE_ORDERS;
import static org.gatebook.web.auth.Permission.CAN_VIEW_ORDERS;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.offer.EventOffers;
import org.gatebook.api.order.OrderStatus;
import org.gatebook.query.order.shown.Downloads;
import org.gatebook.query.order.shown.PrintedTexts;
import org.gatebook.query.order.shown.StoredLine;
import org.gatebook.query.order.shown.StoredOrder;
import org.gatebook.query.order.shown.StoredPosition;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.answer.ApiJson;
import org.gatebook.web.answer.Content;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Scope;
import org.gatebook.web.error.ApiError;
import org.gatebook.web.request.ApiRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.type.TypeReference;

/** Files of all tickets of an order, and of one (behaviour notes, orders 6.5). Whether there is such a file comes first. */
@RestController
@ApiResource(scope = Scope.EVENT, read = CAN_VIEW_ORDERS, write = CAN_CHANGE_ORDERS)
class TicketDownloadEndpoint {

    private static final String EVENT = "/api/v1/organizers/{organizer}/events/{event}";

    private static final TypeReference<Map<String, Object>> TEXTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final EventOffers offers;
    private final PrintedTexts texts;
    private final TicketFiles files;

    TicketDownloadEndpoint(JdbcClient jdbc, EventOffers offers, PrintedTexts texts, TicketFiles files) {
        this.jdbc = jdbc;
        this.offers = offers;
        this.texts = texts;
        this.files = files;
    }

    @GetMapping(EVENT + "/orders/{code}/download/{output}/")
    Answer ofOrder(ApiRequest request, @PathVariable("code") String code, @PathVariable("output") String output) {
        EventOffer offer = offer(request, output);
        StoredOrder order = jdbc.sql("select " + StoredOrder.COLUMNS + " from " + StoredOrder.SOURCE
                        + " where o.organizer = :organizer and o.code = :code and o.event = :event")
                .param("organizer", request.organizer().value())
                .param("code", code)
                .param("event", request.event().value())
                .query(StoredOrder::read)
                .optional()
                .orElseThrow(() -> ApiError.notFound().rejected());
        requireGood(order.head(), offer);
        List<Long> printed = order.lines().stream()
                .filter(line -> !line.canceled() && Downloads.hasTicket(line, offer))
                .map(StoredLine::id)
                .toList();
        return file(request, order.head(), printed, output, "");
    }

    @GetMapping(EVENT + "/orderpositions/{id}/download/{output}/")
    Answer ofPosition(ApiRequest request, @PathVariable("id") long id, @PathVariable("output") String output) {
        EventOffer offer = offer(request, output);
        StoredPosition position = jdbc.sql("select " + StoredPosition.COLUMNS + " from " + StoredPosition.SOURCE
                        + " where l.id = :id and l.organizer = :organizer and l.event = :event"
                        + " and (:canceled or not l.canceled)")
                .param("id", id)
                .param("organizer", request.organizer().value())
                .param("event", request.event().value())
                .param("canceled", request.query().isTrue("include_canceled_positions"))
                .query(StoredPosition::read)
                .optional()
                .orElseThrow(() -> ApiError.notFound().rejected());
        requireGood(position.order(), offer);
        if (!Downloads.hasTicket(position.line(), offer)) {
            throw ApiError.detail(403, "Downloads are not enabled for this product.")
                    .rejected();
        }
        return file(
                request,
                position.order(),
                List.of(id),
                output,
                "-" + position.line().positionid());
    }

    private EventOffer offer(ApiRequest request, String output) {
        EventOffer offer = offers.of(request.organizer(), request.event());
        if (!offer.terms().tickets().outputs().contains(output)) {
            throw ApiError.detail(404, "Unknown output provider.").rejected();
        }
        return offer;
    }

    /** Approval is not looked at, as in the reference. */
    private static void requireGood(StoredOrder.Head order, EventOffer offer) {
        if (!offer.terms().tickets().download()) {
            throw ApiError.detail(403, "Downloads are not enabled for this event.")
                    .rejected();
        }
        if (order.status() == OrderStatus.CANCELED || order.status() == OrderStatus.EXPIRED) {
            throw ApiError.detail(403, "Downloads are not available for canceled or expired orders.")
                    .rejected();
        }
        if (order.status() == OrderStatus.PENDING && !Downloads.pendingHasFiles(order, offer)) {
            throw ApiError.detail(403, "Downloads are not available for pending orders.")
                    .rejected();
        }
    }

    private Answer file(ApiRequest request, StoredOrder.Head order, List<Long> positions, String output, String ofOne) {
        if (positions.isEmpty()) {
            throw ApiError.detail(403, "Downloads are not enabled for this product.")
                    .rejected();
        }
        Map<Long, String> all = texts.of(request.organizer(), Set.of(order.id()));
        List<TicketPage> pages = positions.stream()
                .map(position -> TicketPage.of(ApiJson.mapper().readValue(all.getOrDefault(position, "{}"), TEXTS)))
                .toList();
        String name =
                order.event().value().toUpperCase(Locale.ROOT) + "-" + order.code() + ofOne + "-" + output + ".pdf";
        return files.file(pages)
                .map(file -> Answer.of(200, new Content.Bytes("application/pdf", file))
                        .with("Content-Disposition", "attachment; filename=\"" + name + "\""))
                .orElseGet(() -> Answer.detail(409, "The requested resource is not ready, please retry later.")
                        .with("Retry-After", "3"));
    }
}
