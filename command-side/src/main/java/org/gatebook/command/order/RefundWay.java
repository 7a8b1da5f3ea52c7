package org.gatebook.command.order;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.gatebook.api.giftcard.GiftCardId;
import org.gatebook.command.order.state.OrderContents.Payment;
import org.jspecify.annotations.Nullable;

/** How the provider of a payment gives it back (behaviour notes, orders 18.7). */
sealed interface RefundWay {

    /** Not at all: whoever wants the money back comes in person. */
    record None() implements RefundWay {}

    /**
     * Somebody has to send it.
     *
     * @param account payer, IBAN and BIC as the payment says
     */
    record ByBank(Map<String, Object> account) implements RefundWay {}

    /** At once, to the card that it came from. */
    record ToGiftCard(long card) implements RefundWay {}

    Pattern IBAN = Pattern.compile("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}");
    BigInteger CHECK = BigInteger.valueOf(97);

    /** The way that what is known of the payment allows. */
    static RefundWay of(Payment payment) {
        Map<?, ?> info = payment.info().value().orElse(Map.of()) instanceof Map<?, ?> map ? map : Map.of();
        return switch (payment.provider()) {
            case "banktransfer" -> byBank(info);
            case "giftcard" ->
                GiftCardId.namedIn(info)
                        .<RefundWay>map(card -> new ToGiftCard(card.number()))
                        .orElseGet(None::new);
            default -> new None();
        };
    }

    private static RefundWay byBank(Map<?, ?> info) {
        String payer = text(info.get("payer"));
        String iban = text(info.get("iban"));
        if (payer == null || payer.isEmpty() || iban == null || !isIban(iban)) {
            return new None();
        }
        Map<String, Object> account = new LinkedHashMap<>();
        account.put("payer", payer);
        account.put("iban", iban);
        String bic = text(info.get("bic"));
        if (bic != null) {
            account.put("bic", bic);
        }
        return new ByBank(account);
    }

    /** ISO 13616: the country's four characters move to the end, letters count from 10, and 97 leaves 1. */
    private static boolean isIban(String text) {
        String iban = text.replace(" ", "").toUpperCase(Locale.ROOT);
        if (!IBAN.matcher(iban).matches()) {
            return false;
        }
        StringBuilder digits = new StringBuilder();
        (iban.substring(4) + iban.substring(0, 4)).chars().forEach(c -> digits.append(Character.digit(c, 36)));
        return new BigInteger(digits.toString()).mod(CHECK).equals(BigInteger.ONE);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value instanceof String text ? text.strip() : null;
    }
}
