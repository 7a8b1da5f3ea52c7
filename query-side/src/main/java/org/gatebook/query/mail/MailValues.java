package org.gatebook.query.mail;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.offer.Subevent;
import org.gatebook.api.offer.Text;
import org.gatebook.api.order.InvoiceAddress;
import org.gatebook.catalogue.person.NameScheme;
import org.gatebook.query.order.OrderView;
import org.gatebook.query.order.line.LineView;
import org.gatebook.web.form.world.LocalTexts;
import org.jspecify.annotations.Nullable;

/** What placeholders stand for in mails about orders; their names are the reference's. */
final class MailValues {

    private final MailedOrder then;
    private final OrderView order;
    private final EventOffer offer;
    private final String language;
    private final LocalTexts texts;

    private MailValues(MailedOrder then, EventOffer offer) {
        this.then = then;
        this.order = then.order();
        this.offer = offer;
        this.language = order.details().locale();
        this.texts = new LocalTexts(language, offer.zone());
    }

    static Map<String, String> of(MailedOrder then, EventOffer offer) {
        return new MailValues(then, offer).all();
    }

    private Map<String, String> all() {
        Map<String, String> values = new LinkedHashMap<>();
        putEvent(values);
        putOrder(values);
        putPeople(values);
        return values;
    }

    private void putEvent(Map<String, String> values) {
        LineView line = then.line();
        Subevent date = line == null || line.subevent() == null
                ? null
                : offer.subevent(line.subevent()).orElse(null);
        Text name = date == null ? offer.name() : date.name();
        Text location = date == null || date.location().in(language).isEmpty()
                ? offer.details().location()
                : date.location();
        values.put("event", name.in(language));
        values.put("event_slug", offer.event().value());
        values.put("event_location", location.in(language));
        values.put("event_admission_time", texts.time(date == null ? offer.dateAdmission() : date.dateAdmission()));
        values.put("currency", offer.currency().getCurrencyCode());
    }

    private void putOrder(Map<String, String> values) {
        values.put("code", order.origin().code().value());
        values.put("total", order.total().toPlainString());
        values.put("total_with_currency", texts.money(order.total(), offer.currency()));
        values.put("pending_sum", texts.money(owed(), offer.currency()));
        values.put("expire_date", texts.longDay(order.expires()));
        values.put("comment", then.comment());
        // How to pay says the provider; those that there are have nothing to say.
        values.put("payment_info", "");
        values.put("url", address());
    }

    /** The order's page is for who knows its secret; attendees need not know all of the order. */
    private String address() {
        String event = then.origin() + "/" + offer.organizer().value() + "/"
                + offer.event().value() + "/";
        return then.line() != null
                ? event
                : event + "order/" + order.origin().code().value() + "/" + order.secret() + "/";
    }

    private BigDecimal owed() {
        BigDecimal paid = order.payments().stream()
                .filter(payment -> payment.state().isReceived())
                .map(payment -> payment.amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal back = order.refunds().stream()
                .filter(refund -> refund.state().isGivenBack())
                .map(refund -> refund.amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return order.total().subtract(paid).add(back);
    }

    private void putPeople(Map<String, String> values) {
        String email = order.details().buyer().email();
        values.put("order_email", email == null ? "" : email);
        values.put("invoice_name", order.details().invoiceName());
        values.put("invoice_company", order.details().invoiceCompany());
        LineView line = then.line();
        InvoiceAddress address = order.details().buyer().invoiceAddress();
        Map<String, Object> buyer = address == null ? Map.of() : address.nameParts();
        Map<String, Object> parts = line == null ? buyer : line.attendee().nameParts();
        putName(values, "name", parts);
        if (line != null) {
            putName(values, "attendee_name", parts);
            values.put("positionid", Integer.toString(line.positionid()));
        }
    }

    private void putName(Map<String, String> values, String prefix, Map<String, Object> parts) {
        String whole = NameScheme.wholeName(parts);
        String salutation = text(parts.get("salutation"));
        values.put(prefix, whole);
        values.put(prefix + "_for_salutation", (salutation + " " + whole).strip());
        NameScheme scheme = NameScheme.ofWord(offer.terms().nameScheme());
        if (scheme != null) {
            scheme.parts().forEach(part -> values.put(prefix + "_" + part, text(parts.get(part))));
        }
    }

    private static String text(@Nullable Object part) {
        return part == null ? "" : part.toString();
    }
}
