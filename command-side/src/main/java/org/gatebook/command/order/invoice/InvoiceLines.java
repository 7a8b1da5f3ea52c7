package org.gatebook.command.order.invoice;

import java.time.Instant;
import java.util.Map;
import org.gatebook.api.invoice.InvoiceGuest;
import org.gatebook.api.invoice.InvoiceLine;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.offer.Item;
import org.gatebook.api.offer.Question;
import org.gatebook.api.offer.Subevent;
import org.gatebook.api.offer.TaxRule;
import org.gatebook.api.order.Attendee;
import org.gatebook.api.order.OrderFee;
import org.gatebook.api.order.change.LineTerms;
import org.gatebook.api.personal.Personal;
import org.gatebook.api.personal.SubjectId;
import org.gatebook.catalogue.person.NameScheme;
import org.gatebook.command.order.state.Line;
import org.gatebook.web.form.world.LocalTexts;
import org.jspecify.annotations.Nullable;

/** Writes the lines of an invoice, in its language. */
final class InvoiceLines {

    private static final String BREAK = "<br />";

    private static final Map<String, String> FEE_TITLES = Map.of(
            OrderFee.PAYMENT,
            "Payment fee",
            "shipping",
            "Shipping fee",
            "service",
            "Service fee",
            OrderFee.CANCELLATION,
            "Cancellation fee",
            "insurance",
            "Insurance fee",
            "other",
            "Other fees",
            "giftcard",
            "Gift card");

    private final InvoiceFacts facts;
    private final EventOffer offer;
    private final LocalTexts local;

    InvoiceLines(InvoiceFacts facts) {
        this.facts = facts;
        this.offer = facts.offer();
        this.local = new LocalTexts(facts.locale(), offer.zone());
    }

    InvoiceLine of(int place, Line position) {
        LineTerms terms = position.terms();
        Subevent date = terms.subevent() == null ? null : offer.subevents().get(terms.subevent());
        return new InvoiceLine(
                place,
                product(position),
                guest(position),
                date == null ? "" : BREAK + "Date: " + name(date),
                terms.price(),
                terms.taxValue(),
                terms.taxRate(),
                taxName(terms.taxRule()),
                terms.item(),
                terms.variation(),
                terms.subevent(),
                date == null ? offer.dateFrom() : date.dateFrom(),
                date == null ? offer.dateTo() : date.dateTo(),
                null,
                null);
    }

    InvoiceLine of(int place, OrderFee fee) {
        Instant from = offer.series() ? null : offer.dateFrom();
        Instant to = offer.series() ? null : offer.dateTo();
        return new InvoiceLine(
                place,
                title(fee),
                null,
                "",
                fee.value(),
                fee.taxValue(),
                fee.taxRate(),
                taxName(fee.taxRule()),
                null,
                null,
                null,
                from,
                to,
                fee.feeType(),
                fee.internalType().isEmpty() ? null : fee.internalType());
    }

    private String product(Line position) {
        Item item = offer.items().get(position.item());
        if (item == null) {
            return "";
        }
        Long sold = position.terms().variation();
        String variation = sold == null
                ? ""
                : item.variation(sold)
                        .map(known -> " - " + known.value().in(facts.locale()))
                        .orElse("");
        return (position.addonTo() == null ? "" : "  + ") + item.name().in(facts.locale()) + variation;
    }

    private @Nullable Personal<InvoiceGuest> guest(Line position) {
        Attendee attendee = facts.attendees().get(position.id());
        if (attendee == null) {
            return null;
        }
        String name = offer.terms().invoices().attendeeName() ? NameScheme.wholeName(attendee.nameParts()) : "";
        StringBuilder text = new StringBuilder();
        if (!name.isEmpty()) {
            text.append(BREAK).append("Attendee: ").append(name);
        }
        attendee.answers().forEach(answer -> print(answer, text));
        return text.isEmpty()
                ? null
                : Personal.of(
                        SubjectId.of("position", position.id()),
                        new InvoiceGuest(name.isEmpty() ? null : name, text.toString()));
    }

    private void print(Attendee.Answer answer, StringBuilder text) {
        Question question = offer.questions().get(answer.question());
        if (question == null || !question.printOnInvoice()) {
            return;
        }
        String asked = question.question().in(facts.locale());
        text.append(BREAK)
                .append(asked)
                .append(asked.endsWith("?") ? " " : ": ")
                .append(question.type() == Question.Type.YES_NO ? yesOrNo(answer.answer()) : answer.answer());
    }

    private static String yesOrNo(String stored) {
        return stored.equals("True") ? "Yes" : "No";
    }

    private String name(Subevent date) {
        return date.name().in(facts.locale()) + " - " + local.range(date.dateFrom(), date.dateTo()) + " "
                + local.time(date.dateFrom());
    }

    private String taxName(@Nullable Long rule) {
        TaxRule known = rule == null ? null : offer.taxRules().get(rule);
        return known == null ? "" : known.name().in(facts.locale());
    }

    private static String title(OrderFee fee) {
        if (fee.feeType().equals("other") && !fee.description().isEmpty()) {
            return fee.description();
        }
        String title = FEE_TITLES.getOrDefault(fee.feeType(), fee.feeType());
        return fee.description().isEmpty() ? title : title + " - " + fee.description();
    }
}
