package org.gatebook.command.order.invoice;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.stream.Stream;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.order.InvoiceAddress;
import org.gatebook.command.order.price.EffectiveTax;
import org.gatebook.command.order.price.TaxAddress;
import org.gatebook.command.order.state.OrderContents;
import org.jspecify.annotations.Nullable;

/** What an invoice has to say about taxes that the buyer owes instead of the seller. */
final class TaxTexts {

    private static final String WITHIN_EUROPE =
            "Reverse Charge: According to Article 194, 196 of Council Directive 2006/112/EEC, VAT liability rests with"
                    + " the service recipient.";
    private static final String ELSEWHERE = "VAT liability rests with the service recipient.";

    private TaxTexts() {}

    /** To be put behind the text of the organizer; empty if there is nothing to say. */
    static String of(OrderContents order, EventOffer offer, @Nullable InvoiceAddress address) {
        if (address == null || !isReverseCharged(order, offer, TaxAddress.of(address))) {
            return "";
        }
        return "<br /><br />" + (EffectiveTax.EUROPEAN_UNION.contains(address.country()) ? WITHIN_EUROPE : ELSEWHERE);
    }

    private static boolean isReverseCharged(OrderContents order, EventOffer offer, TaxAddress address) {
        Stream<Charged> positions = order.activeLines().stream()
                .map(line -> new Charged(
                        line.terms().taxRule(),
                        line.price().amount(),
                        line.terms().taxValue().amount()));
        Stream<Charged> fees = order.fees().stream()
                .map(fee -> new Charged(
                        fee.taxRule(), fee.value().amount(), fee.taxValue().amount()));
        return Stream.concat(positions, fees)
                .filter(charged ->
                        charged.gross().signum() != 0 && charged.tax().signum() == 0)
                .map(Charged::rule)
                .filter(Objects::nonNull)
                .map(offer.taxRules()::get)
                .filter(Objects::nonNull)
                .anyMatch(rule -> EffectiveTax.isReverseCharge(rule, address));
    }

    private record Charged(@Nullable Long rule, BigDecimal gross, BigDecimal tax) {}
}
