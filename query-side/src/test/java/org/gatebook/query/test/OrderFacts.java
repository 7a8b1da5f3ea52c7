package org.gatebook.query.test;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gatebook.api.EventSlug;
import org.gatebook.api.money.Money;
import org.gatebook.api.order.Attendee;
import org.gatebook.api.order.Buyer;
import org.gatebook.api.order.InvoiceAddress;
import org.gatebook.api.order.OrderCode;
import org.gatebook.api.order.OrderEvent.OrderPlaced;
import org.gatebook.api.order.OrderFee;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.order.OrderLine;
import org.gatebook.api.order.PaymentState;
import org.gatebook.api.order.PlacedOrder;
import org.gatebook.api.order.PlacedPayment;
import org.gatebook.api.personal.Personal;
import org.gatebook.api.ticket.IssuedTicket;
import org.gatebook.api.ticket.Scan;
import org.gatebook.api.ticket.TicketEvent.TicketIssued;
import org.gatebook.api.ticket.TicketId;
import org.jspecify.annotations.Nullable;

/** An order in the making, as events tell it; what a test does not say is plain. */
public final class OrderFacts {

    public static final Instant NOW = Instant.parse("2030-05-05T12:00:00.000001Z");

    private final OrderId id;
    private final String code;
    private final List<OrderLine> lines = new ArrayList<>();
    private final List<OrderFee> fees = new ArrayList<>();
    private EventSlug event = Festival.EVENT;
    private Instant datetime = NOW;
    private Buyer buyer = new Buyer("buyer@example.org", null, "", null);
    private boolean testmode;
    private boolean requireApproval;
    private @Nullable String customer;

    private OrderFacts(long number, String code) {
        this.id = new OrderId(number);
        this.code = code;
    }

    public static OrderFacts order(long number, String code) {
        return new OrderFacts(number, code);
    }

    public OrderId id() {
        return id;
    }

    public OrderFacts of(EventSlug slug) {
        event = slug;
        return this;
    }

    public OrderFacts at(Instant moment) {
        datetime = moment;
        return this;
    }

    public OrderFacts by(@Nullable String email, String comment) {
        buyer = new Buyer(email, null, comment, buyer.invoiceAddress());
        return this;
    }

    public OrderFacts invoicedTo(String company, String givenName, String familyName) {
        buyer = new Buyer(
                buyer.email(),
                buyer.phone(),
                buyer.comment(),
                new InvoiceAddress(
                        NOW, true, company, name(givenName, familyName), "", "", "", "DE", "", "", false, null, ""));
        return this;
    }

    public OrderFacts test() {
        testmode = true;
        return this;
    }

    public OrderFacts awaitingApproval() {
        requireApproval = true;
        return this;
    }

    public OrderFacts ofCustomer(String identifier) {
        customer = identifier;
        return this;
    }

    public OrderFacts line(long number, long item) {
        return line(number, item, null, Attendee.unknown());
    }

    public OrderFacts seated(long number, long item, long seat) {
        return line(number, item, null, Attendee.unknown(), seat);
    }

    public OrderFacts line(long number, long item, @Nullable Long addonTo, Attendee attendee) {
        return line(number, item, addonTo, attendee, null);
    }

    private OrderFacts line(long number, long item, @Nullable Long addonTo, Attendee attendee, @Nullable Long seat) {
        int positionid = lines.size() + 1;
        lines.add(new OrderLine(
                number,
                positionid,
                item,
                null,
                null,
                eur("23.00"),
                null,
                new BigDecimal("19.00"),
                eur("3.67"),
                null,
                null,
                null,
                addonTo,
                false,
                seat,
                Personal.of(new TicketId(number).subject(), attendee)));
        return this;
    }

    public OrderFacts fee(long number, String value) {
        fees.add(new OrderFee(number, "service", eur(value), "", "", null, BigDecimal.ZERO, eur("0.00")));
        return this;
    }

    /** A fee of 1.00 under this rule. */
    public OrderFacts taxedFee(long number, long taxRule) {
        fees.add(new OrderFee(number, "service", eur("1.00"), "", "", taxRule, BigDecimal.ZERO, eur("0.00")));
        return this;
    }

    public OrderPlaced placed() {
        Money total = eur("0.00");
        for (OrderLine line : lines) {
            total = total.plus(line.price());
        }
        for (OrderFee fee : fees) {
            total = total.plus(fee.value());
        }
        return new OrderPlaced(new PlacedOrder(
                id,
                new OrderCode(code),
                Festival.ORGANIZER,
                event,
                testmode,
                Personal.bearer(id.subject(), "s3cret"),
                "en",
                "web",
                datetime,
                datetime.plusSeconds(1_000_000),
                Personal.of(id.subject(), buyer),
                null,
                false,
                null,
                requireApproval,
                false,
                Personal.of(id.subject(), Map.of()),
                customer,
                lines,
                fees,
                false,
                total,
                null));
    }

    /** The ticket of a position, whose secret is {@code secret-NUMBER}. */
    public TicketIssued ticket(long number) {
        OrderLine line =
                lines.stream().filter(l -> l.id() == number).findFirst().orElseThrow();
        var ticket = new TicketId(number);
        return new TicketIssued(new IssuedTicket(
                ticket,
                id,
                Festival.ORGANIZER,
                event,
                line.positionid(),
                line.item(),
                null,
                null,
                line.addonTo(),
                Personal.bearer(ticket.subject(), "secret-" + number),
                Personal.of(ticket.subject(), "PSEUDO" + number),
                null,
                null));
    }

    public List<OrderLine> lines() {
        return List.copyOf(lines);
    }

    public static Attendee attendee(String givenName, String familyName, @Nullable String email) {
        return new Attendee(name(givenName, familyName), email, null, null, null, null, null, null, List.of());
    }

    public static PlacedPayment payment(OrderId order, int localId, String provider, PaymentState state) {
        return new PlacedPayment(
                700 + localId,
                localId,
                provider,
                state,
                eur("23.00"),
                NOW,
                state.isReceived() ? NOW : null,
                Personal.of(order.subject(), Map.of()));
    }

    public static Scan scan(long id, long list, Scan.Direction direction, Instant at) {
        return new Scan(id, list, direction, at, null, null, null, null, "barcode", false, false, false);
    }

    public static Money eur(String amount) {
        return Money.of(new BigDecimal(amount), "EUR");
    }

    private static Map<String, Object> name(String givenName, String familyName) {
        return Map.of("_scheme", "given_family", "given_name", givenName, "family_name", familyName);
    }
}
