package org.gatebook.api.medium;

import java.time.Instant;
import java.util.Map;
import org.gatebook.api.giftcard.GiftCardId;
import org.gatebook.api.personal.Personal;
import org.jspecify.annotations.Nullable;

/**
 * Everything about a medium that may change. Type, identifier and owner may not.
 *
 * @param active whether it may be used; nothing here refuses an inactive one, the door does
 * @param expires when it stops to be valid; null for never
 * @param customer identifier of the customer account it belongs to, or null
 * @param linkedOrderPosition the ticket it stands for, or null
 * @param linkedGiftCard the gift card it stands for, or null; always one of the same issuer
 * @param info any JSON value but null, as maps, lists, strings, numbers and booleans; replaced as a whole, never merged (behaviour notes 2.1)
 * @param notes internal remarks, or null
 */
public record MediumDetails(
        boolean active,
        @Nullable Instant expires,
        @Nullable String customer,
        @Nullable Long linkedOrderPosition,
        @Nullable GiftCardId linkedGiftCard,
        Personal<Object> info,
        @Nullable Personal<String> notes) {

    /** A new medium of which nothing but type and identifier was said. */
    public static MediumDetails plain(MediumId id) {
        return new MediumDetails(true, null, null, null, null, Personal.of(id.subject(), Map.of()), null);
    }

    /** These details with one of them changed. */
    public MediumDetails with(MediumChange change) {
        return switch (change) {
            case MediumChange.Activity set ->
                new MediumDetails(set.active(), expires, customer, linkedOrderPosition, linkedGiftCard, info, notes);
            case MediumChange.Expiry set ->
                new MediumDetails(active, set.expires(), customer, linkedOrderPosition, linkedGiftCard, info, notes);
            case MediumChange.Holder set ->
                new MediumDetails(active, expires, set.customer(), linkedOrderPosition, linkedGiftCard, info, notes);
            case MediumChange.TicketLink set ->
                new MediumDetails(active, expires, customer, set.position(), linkedGiftCard, info, notes);
            case MediumChange.GiftCardLink set ->
                new MediumDetails(active, expires, customer, linkedOrderPosition, set.card(), info, notes);
            case MediumChange.NewInfo set ->
                new MediumDetails(active, expires, customer, linkedOrderPosition, linkedGiftCard, set.info(), notes);
            case MediumChange.NewNotes set ->
                new MediumDetails(active, expires, customer, linkedOrderPosition, linkedGiftCard, info, set.notes());
        };
    }
}
