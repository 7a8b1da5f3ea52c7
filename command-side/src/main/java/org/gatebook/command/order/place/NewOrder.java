package org.gatebook.command.order.place;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gatebook.api.catalogue.CustomerReference;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.offer.Seat;
import org.gatebook.api.offer.TaxRule;
import org.gatebook.api.order.Buyer;
import org.gatebook.api.order.OrderCode;
import org.gatebook.api.order.OrderCommand.PaymentWish;
import org.gatebook.api.order.OrderFee;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.order.OrderLine;
import org.gatebook.api.order.PlacedOrder;
import org.gatebook.api.personal.Personal;
import org.gatebook.api.personal.SubjectId;
import org.gatebook.api.ticket.IssuedTicket;
import org.gatebook.api.ticket.TicketId;
import org.gatebook.api.ticket.TicketTerms;
import org.gatebook.command.medium.resource.ClientJson;
import org.gatebook.command.order.form.OrderForm;
import org.gatebook.command.order.form.OrderWish;
import org.gatebook.command.order.form.PositionWish;
import org.gatebook.command.order.form.ValidityWish;
import org.gatebook.command.order.term.PaymentTerm;
import org.gatebook.command.order.term.TicketValidity;
import org.gatebook.web.form.Parsed;
import org.jspecify.annotations.Nullable;

/**
 * An order that is about to be placed: what was wanted, what it costs, and the numbers that it will have; pure.
 *
 * @param seats null at positions without seat
 * @param lineIds numbers of the positions, in their order
 * @param feeIds numbers of the fees, in their order
 */
record NewOrder(
        EventOffer offer,
        OrderWish wish,
        Quote quote,
        List<@Nullable Seat> seats,
        OrderId id,
        List<Long> lineIds,
        List<Long> feeIds,
        Instant now) {

    /** The order as it is placed. */
    PlacedOrder placed(OrderCode code, String secret, List<Long> cartPositions) {
        Parsed sent = wish.sent();
        CustomerReference customer = sent.find(OrderForm.CUSTOMER);
        String checkinText = sent.find(OrderForm.CHECKIN_TEXT);
        return new PlacedOrder(
                id,
                code,
                offer.organizer(),
                offer.event(),
                sent.get(OrderForm.TESTMODE, false),
                Personal.bearer(id.subject(), secret),
                sent.get(OrderForm.LOCALE, offer.locale()),
                wish.salesChannel(),
                now,
                expires(),
                Personal.of(id.subject(), buyer()),
                sent.find(OrderForm.FOLLOWUP_AT),
                sent.get(OrderForm.CHECKIN_ATTENTION, false),
                checkinText == null ? null : Personal.of(id.subject(), checkinText),
                sent.get(OrderForm.REQUIRE_APPROVAL, false),
                sent.get(OrderForm.VALID_IF_PENDING, false),
                Personal.of(id.subject(), ClientJson.plain(sent.get(OrderForm.API_META))),
                customer == null ? null : customer.identifier(),
                lines(),
                fees(),
                mailWanted(),
                quote.total(),
                cartPositions.isEmpty() ? null : cartPositions);
    }

    /** How it is to be paid. */
    PaymentWish payment(long paymentId) {
        Parsed sent = wish.sent();
        return new PaymentWish(
                sent.get(OrderForm.IS_PAID, false),
                sent.find(OrderForm.PAYMENT_PROVIDER),
                paymentId,
                Personal.of(id.subject(), ClientJson.plain(sent.get(OrderForm.PAYMENT_INFO))),
                sent.has(OrderForm.PAYMENT_DATE) ? sent.find(OrderForm.PAYMENT_DATE) : now);
    }

    /**
     * The ticket of a position.
     *
     * @param index the position's place in the order
     */
    IssuedTicket ticket(int index, String secret, String pseudonym) {
        PositionWish position = wish.positions().get(index);
        TicketId ticket = new TicketId(lineIds.get(index));
        TicketTerms terms = terms(position);
        return new IssuedTicket(
                ticket,
                id,
                offer.organizer(),
                offer.event(),
                position.positionid(),
                terms.item(),
                terms.variation(),
                terms.subevent(),
                addonTo(position),
                Personal.bearer(ticket.subject(), secret),
                Personal.of(ticket.subject(), pseudonym),
                terms.validFrom(),
                terms.validUntil());
    }

    /** What the ticket of a position admits to, and when. */
    TicketTerms terms(PositionWish position) {
        TicketValidity validity = validity(position);
        return new TicketTerms(
                position.item().id(), position.variationId(), position.subeventId(), validity.from(), validity.until());
    }

    /** From when until when the ticket of a position is good. */
    private TicketValidity validity(PositionWish position) {
        return switch (position.validity()) {
            case ValidityWish.Exactly exactly -> new TicketValidity(exactly.from(), exactly.until());
            case ValidityWish.AsProduct asProduct ->
                TicketValidity.of(position.item().validity(), asProduct.start(), now, offer.zone());
        };
    }

    /** The number of a position's main position; null for main positions. */
    private @Nullable Long addonTo(PositionWish position) {
        Integer main = position.addonTo();
        return main == null ? null : lineIds.get(main - 1);
    }

    private Instant expires() {
        Instant wanted = wish.sent().find(OrderForm.EXPIRES);
        return wanted != null
                ? wanted
                : PaymentTerm.expiry(
                        offer,
                        wish.positions().stream()
                                .map(PositionWish::subevent)
                                .flatMap(Stream::ofNullable)
                                .toList(),
                        now);
    }

    private Buyer buyer() {
        Parsed sent = wish.sent();
        return new Buyer(
                sent.find(OrderForm.EMAIL),
                sent.find(OrderForm.PHONE),
                sent.get(OrderForm.COMMENT, ""),
                wish.invoiceAddress());
    }

    /** Null leaves it to the channel (behaviour notes, orders 7.12). */
    private boolean mailWanted() {
        Parsed sent = wish.sent();
        boolean left = sent.wasSent(OrderForm.SEND_EMAIL) && sent.find(OrderForm.SEND_EMAIL) == null;
        return left
                ? offer.terms().mails().channels().contains(wish.salesChannel())
                : sent.get(OrderForm.SEND_EMAIL, false);
    }

    private List<OrderLine> lines() {
        List<OrderLine> lines = new ArrayList<>();
        for (int index = 0; index < quote.lines().size(); index++) {
            lines.add(line(lineIds.get(index), quote.lines().get(index), seats.get(index)));
        }
        return lines;
    }

    private OrderLine line(long number, Quote.Line line, @Nullable Seat seat) {
        PositionWish position = line.wish();
        return new OrderLine(
                number,
                position.positionid(),
                position.item().id(),
                position.variationId(),
                position.subeventId(),
                line.price().gross(),
                idOf(line.rule()),
                line.price().rate(),
                line.price().tax(),
                line.voucher(),
                line.voucherBudgetUse(),
                line.discount(),
                addonTo(position),
                position.bundled(),
                seat == null ? null : seat.id(),
                Personal.of(SubjectId.of("position", number), position.attendee()));
    }

    private List<OrderFee> fees() {
        List<OrderFee> fees = new ArrayList<>();
        for (int index = 0; index < quote.fees().size(); index++) {
            Quote.Fee fee = quote.fees().get(index);
            fees.add(new OrderFee(
                    feeIds.get(index),
                    fee.wish().feeType(),
                    fee.value().gross(),
                    fee.wish().description(),
                    fee.wish().internalType(),
                    idOf(fee.rule()),
                    fee.value().rate(),
                    fee.value().tax()));
        }
        return fees;
    }

    private static @Nullable Long idOf(@Nullable TaxRule rule) {
        return rule == null ? null : rule.id();
    }
}
