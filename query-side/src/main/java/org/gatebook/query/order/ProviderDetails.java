package org.gatebook.query.order;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatebook.api.giftcard.GiftCardId;
import org.jspecify.annotations.Nullable;

/**
 * What a provider lets clients see of what it was told about a payment or refund (behaviour notes, orders 4.4).
 *
 * @param shown JSON; empty where a gift card is shown instead
 * @param giftCard the number of the card, shown by whoever knows cards; null if it is no payment by card
 */
public record ProviderDetails(
        Map<String, @Nullable Object> shown, @Nullable Long giftCard) {

    static final ProviderDetails NONE = new ProviderDetails(Map.of(), null);

    private static final List<String> BOX_OFFICE = List.of("pos_id", "receipt_id", "payment_type");

    /** @param info any JSON; null if nothing is known */
    static ProviderDetails of(String provider, @Nullable Object info) {
        Map<?, ?> told = info instanceof Map<?, ?> object ? object : Map.of();
        return switch (provider) {
            case "giftcard" ->
                GiftCardId.namedIn(told)
                        .map(card -> new ProviderDetails(Map.of(), card.number()))
                        .orElse(NONE);
            case "boxoffice" -> boxOffice(told);
            case "offsetting" -> new ProviderDetails(Map.of("orders", orElse(told.get("orders"), List.of())), null);
            default -> NONE;
        };
    }

    /** Of refunds, only what gift cards do is shown. */
    static ProviderDetails ofRefund(String provider, @Nullable Object info) {
        return provider.equals("giftcard") ? of(provider, info) : NONE;
    }

    private static ProviderDetails boxOffice(Map<?, ?> told) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        BOX_OFFICE.forEach(key -> shown.put(key, told.get(key)));
        shown.put("payment_data", orElse(told.get("payment_data"), Map.of()));
        return new ProviderDetails(shown, null);
    }

    private static Object orElse(@Nullable Object value, Object otherwise) {
        return value == null ? otherwise : value;
    }
}
