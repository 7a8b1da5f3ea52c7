package org.gatebook.command.order.cancel;

import static org.gatebook.web.form.kind.Types.decimal;

import java.math.BigDecimal;
import org.gatebook.api.money.Money;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.offer.EventOffers;
import org.gatebook.api.offer.TaxRule;
import org.gatebook.api.order.OrderFee;
import org.gatebook.command.order.price.TaxedPrice;
import org.gatebook.web.error.ApiError;
import org.gatebook.web.form.SingleValue;
import org.gatebook.web.request.ApiRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What a cancellation costs, taxed by the event's default rule. */
@Component
class CancellationFees {

    private static final String FIELD = "cancellation_fee";
    /** Finer than any currency, so that what is sent is rounded and not refused. */
    private static final int DIGITS = 23;

    private static final int PLACES = 10;

    private final EventOffers offers;

    CancellationFees(EventOffers offers) {
        this.offers = offers;
    }

    /**
     * The fee that the body asks for; null when it asks for none. An amount that cannot be read is an error and not a
     * cancellation without fee (decisions, "Repaired on purpose").
     *
     * @throws org.gatebook.web.error.Rejected with 400
     */
    @Nullable
    OrderFee read(ApiRequest request) {
        JsonNode sent = SingleValue.raw(request.body(), FIELD);
        if (sent.isMissingNode()
                || sent.isNull()
                || (sent.isString() && sent.asString().isEmpty())) {
            return null;
        }
        EventOffer offer = offers.of(request.organizer(), request.event());
        BigDecimal amount = Money.rounded(
                        SingleValue.of(request.body(), FIELD, decimal(DIGITS, PLACES)), offer.currency())
                .amount();
        if (amount.signum() == 0) {
            return null;
        }
        if (amount.signum() < 0) {
            throw ApiError.field(FIELD, "Ensure this value is greater than or equal to 0.")
                    .rejected();
        }
        Long rule = offer.terms().defaultTaxRule();
        TaxRule tax = rule == null ? null : offer.taxRules().get(rule);
        BigDecimal rate = tax == null ? BigDecimal.ZERO.setScale(2) : tax.rate();
        Money value = new Money(amount, offer.currency());
        return new OrderFee(
                request.clientId(),
                OrderFee.CANCELLATION,
                value,
                "",
                "",
                tax == null ? null : tax.id(),
                rate,
                TaxedPrice.ofGross(value, rate).tax());
    }
}
