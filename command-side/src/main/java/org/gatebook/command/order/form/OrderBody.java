package org.gatebook.command.order.form;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.catalogue.Customers;
import org.gatebook.api.catalogue.OrganizerCatalogue;
import org.gatebook.api.medium.MediumId;
import org.gatebook.api.medium.MediumQuery.FindMediumOwner;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.offer.Voucher;
import org.gatebook.api.offer.Vouchers;
import org.gatebook.api.ticket.TicketLookup;
import org.gatebook.command.order.OrderCodes;
import org.gatebook.command.order.form.PositionForm.FoundMedium;
import org.gatebook.eventstore.Questions;
import org.gatebook.web.form.Field;
import org.gatebook.web.form.Parsed;
import org.gatebook.web.form.type.Lookups;
import org.gatebook.web.request.ApiRequest;
import org.gatebook.web.request.RequestBody;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads bodies of new orders against what an event offers; most of it is in memory and costs no statement. */
@Component
public class OrderBody {

    private final OrderCodes codes;
    private final Customers customers;
    private final OrganizerCatalogue catalogue;
    private final OfferLookups offered;
    private final Questions questions;
    private final TicketLookup tickets;
    private final Vouchers vouchers;

    OrderBody(
            OrderCodes codes,
            Customers customers,
            OrganizerCatalogue catalogue,
            OfferLookups offered,
            Questions questions,
            TicketLookup tickets,
            Vouchers vouchers) {
        this.codes = codes;
        this.customers = customers;
        this.catalogue = catalogue;
        this.offered = offered;
        this.questions = questions;
        this.tickets = tickets;
        this.vouchers = vouchers;
    }

    /**
     * What the client wants.
     *
     * @throws org.gatebook.web.error.Rejected with everything that is wrong with single fields
     */
    public OrderWish read(ApiRequest request, EventOffer offer) {
        Lookups lookups = lookups(request, offer);
        Parsed sent = OrderForm.FORM.create(request.body(), lookups);
        String nameScheme = offer.terms().nameScheme();
        List<Parsed> rows = sent.get(OrderForm.POSITIONS);
        List<PositionWish> positions = new ArrayList<>(rows.size());
        for (int index = 0; index < rows.size(); index++) {
            positions.add(PositionForm.wish(rows.get(index), index, nameScheme, lookups));
        }
        List<FeeWish> fees =
                sent.get(OrderForm.FEES, List.of()).stream().map(FeeForm::wish).toList();
        Parsed address = sent.find(OrderForm.INVOICE_ADDRESS);
        return new OrderWish(
                sent,
                positions,
                fees,
                address == null ? null : InvoiceAddressForm.address(address, nameScheme, request.now()));
    }

    private Lookups lookups(ApiRequest request, EventOffer offer) {
        Instant now = request.now();
        Set<String> usedSecrets = usedSecrets(request, offer);
        OrganizerSlug organizer = offer.organizer();
        return offered.of(request, offer)
                .and(PositionForm.FREE_SECRETS, (String secret) -> usedSecrets.contains(secret) ? null : secret)
                .and(PositionForm.VOUCHERS, vouchers(request, offer)::get)
                .and(PositionForm.MEDIA, (Long id) -> medium(organizer, new MediumId(id)))
                .and(OrderForm.FREE_CODES, (String code) -> codes.isFree(organizer, code) ? code : null)
                .and(
                        OrderForm.PROVIDERS,
                        (String name) -> offer.terms().payment().providers().contains(name) ? name : null)
                .and(OrderForm.CHANNELS, (String name) -> isChannel(organizer, name) ? name : null)
                .and(
                        OrderForm.CUSTOMERS,
                        (String identifier) ->
                                customers.find(organizer, identifier).orElse(null))
                .and(
                        OrderForm.TIMES_TO_COME,
                        (String moment) -> Instant.parse(moment).isBefore(now) ? null : moment);
    }

    /** All that the body names at once: most orders name none, and then it costs nothing. */
    private Map<String, Voucher> vouchers(ApiRequest request, EventOffer offer) {
        Set<String> codes = named(request.body(), PositionForm.VOUCHER);
        return codes.isEmpty() ? Map.of() : vouchers.byCode(offer.organizer(), offer.event(), codes);
    }

    private Set<String> usedSecrets(ApiRequest request, EventOffer offer) {
        Set<String> secrets = named(request.body(), PositionForm.SECRET);
        return secrets.isEmpty() ? Set.of() : tickets.secretsOf(offer.organizer(), offer.event(), secrets);
    }

    /** What positions say in this field, as far as it is text. */
    private static Set<String> named(RequestBody sent, Field<?> field) {
        Set<String> texts = new HashSet<>();
        if (sent instanceof RequestBody.Json body) {
            for (JsonNode position : body.value().path(OrderForm.POSITIONS.name())) {
                JsonNode text = position.path(field.name());
                if (text.isString() && text.stringValue().indexOf('\0') < 0) {
                    texts.add(text.stringValue());
                    texts.add(text.stringValue().strip());
                }
            }
        }
        return texts;
    }

    private @Nullable FoundMedium medium(OrganizerSlug organizer, MediumId id) {
        return questions
                .ask(new FindMediumOwner(id))
                .map(owner -> new FoundMedium(id, owner.equals(organizer)))
                .orElse(null);
    }

    private boolean isChannel(OrganizerSlug organizer, String name) {
        return name.equals(OrderForm.WEB) || catalogue.salesChannels(organizer).contains(name);
    }
}
