package org.gatebook.command.order.invoice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.gatebook.api.invoice.Invoice;
import org.gatebook.api.invoice.InvoiceLine;
import org.gatebook.api.invoice.InvoiceSender;
import org.gatebook.api.invoice.InvoiceTexts;
import org.gatebook.api.offer.EventTerms.Invoices;
import org.gatebook.api.offer.Text;
import org.gatebook.api.order.InvoiceAddress;
import org.gatebook.api.order.OrderFee;
import org.gatebook.api.personal.Personal;
import org.gatebook.command.order.invoice.InvoiceFacts.Name;
import org.gatebook.command.order.state.Line;
import org.gatebook.command.order.state.OrderContents;
import org.gatebook.command.order.state.OrderContents.Payment;
import org.gatebook.command.order.state.OrderState;
import org.gatebook.command.order.state.OrderState.Paid;
import org.gatebook.command.order.state.OrderState.Pending;
import org.gatebook.web.form.world.LocalTexts;
import org.jspecify.annotations.Nullable;

/** Pictures an order as an invoice (behaviour notes, orders 13.2; recordings orderstate/invoice-*). */
final class InvoiceDraft {

    private static final String BREAK = "<br />";

    /** Currencies of European countries that have one of their own, as the reference lists them. */
    private static final Map<String, String> EUROPEAN_CURRENCIES = Map.of(
            "BG", "BGN",
            "CZ", "CZK",
            "DK", "DKK",
            "GB", "GBP",
            "HU", "HUF",
            "PL", "PLN",
            "RO", "RON",
            "SE", "SEK");

    private final OrderState order;
    private final InvoiceFacts facts;
    private final Invoices terms;

    private InvoiceDraft(OrderState order, InvoiceFacts facts) {
        this.order = order;
        this.facts = facts;
        this.terms = facts.offer().terms().invoices();
    }

    /** @param date of the document */
    static Invoice of(OrderState order, InvoiceFacts facts, Name name, LocalDate date) {
        InvoiceDraft draft = new InvoiceDraft(order, facts);
        OrderContents contents = order.contents();
        InvoiceAddress address = facts.buyer().invoiceAddress();
        return new Invoice(
                name.id(),
                name.number(),
                contents.code(),
                date,
                null,
                facts.locale(),
                InvoiceSender.of(draft.terms.from()),
                Personal.of(Invoice.subject(name.id()), Recipients.of(address)),
                draft.texts(address),
                draft.foreignCurrency(address),
                draft.lines());
    }

    private InvoiceTexts texts(@Nullable InvoiceAddress address) {
        boolean received = order instanceof Paid && isPaidByKnownProvider();
        List<String> payment = new ArrayList<>();
        if (received) {
            payment.add("The payment for this invoice has already been received.");
        }
        if (terms.includeExpiryDate() && order instanceof Pending) {
            String day = new LocalTexts(facts.locale(), facts.offer().zone())
                    .day(order.contents().expires());
            payment.add("Please complete your payment before " + day + ".");
        }
        return new InvoiceTexts(
                broken(terms.introductoryText()),
                broken(terms.additionalText()) + TaxTexts.of(order.contents(), facts.offer(), address),
                String.join(BREAK, payment),
                received ? "paid" : null,
                terms.footerText().in(facts.locale()));
    }

    /** Of the last payment, whatever became of it. */
    private boolean isPaidByKnownProvider() {
        return order.contents().payments().stream()
                .max(Comparator.comparingInt(Payment::localId))
                .filter(last -> facts.offer().terms().payment().providers().contains(last.provider()))
                .isPresent();
    }

    private String broken(Text text) {
        return text.in(facts.locale()).replace("\r", "").replace("\n", BREAK);
    }

    private @Nullable String foreignCurrency(@Nullable InvoiceAddress address) {
        if (address == null) {
            return null;
        }
        String foreign = switch (terms.euCurrencies()) {
            case "True" -> EUROPEAN_CURRENCIES.get(address.country());
            case "CZK" -> "CZK";
            default -> null;
        };
        return facts.offer().currency().getCurrencyCode().equals(foreign) ? null : foreign;
    }

    /** Positions, add-ons behind what they belong to, then fees; a free position that is left out keeps its place. */
    private List<InvoiceLine> lines() {
        List<Line> positions = new ArrayList<>(order.contents().activeLines());
        positions.sort(Comparator.comparingInt((Line line) -> rank(line))
                .thenComparing(line -> line.addonTo() != null)
                .thenComparingInt(Line::positionid));
        InvoiceLines printed = new InvoiceLines(facts);
        List<InvoiceLine> lines = new ArrayList<>();
        int place = 0;
        for (Line position : positions) {
            place++;
            if (terms.includeFree() || position.price().amount().signum() != 0 || hasAddons(position)) {
                lines.add(printed.of(place, position));
            }
        }
        for (OrderFee fee : order.contents().fees()) {
            place++;
            lines.add(printed.of(place, fee));
        }
        return lines;
    }

    private int rank(Line line) {
        Long main = line.addonTo();
        return main == null
                ? line.positionid()
                : order.contents().lines().stream()
                        .filter(other -> other.id() == main)
                        .mapToInt(Line::positionid)
                        .findFirst()
                        .orElse(line.positionid());
    }

    private boolean hasAddons(Line line) {
        return order.contents().activeLines().stream()
                .anyMatch(other -> other.addonTo() != null && other.addonTo() == line.id());
    }
}
