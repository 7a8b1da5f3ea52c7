package org.gatebook.api.giftcard;

import java.time.Instant;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.event.DomainEvent;
import org.gatebook.api.event.EventName;
import org.gatebook.api.personal.Personal;

/** What happened to a gift card. Its credit is the sum of its transactions, nothing else. */
public sealed interface GiftCardEvent extends DomainEvent {

    /** The number of the card. */
    GiftCardId card();

    /**
     * A card came into being, without any credit: that is the first transaction's.
     *
     * @param issuer who issued it and is responsible for it
     * @param code sealed under the card as subject
     * @param currency ISO 4217 code
     * @param testmode whether it is only for trying out
     * @param issuance when it was issued
     */
    @EventName("gift_card.issued")
    record GiftCardIssued(
            GiftCardId card,
            OrganizerSlug issuer,
            Personal<String> code,
            String currency,
            boolean testmode,
            Instant issuance,
            GiftCardTerms terms)
            implements GiftCardEvent {}

    /**
     * Credit was put on or taken from the card.
     *
     * @param at when it was booked
     */
    @EventName("gift_card.transacted")
    record GiftCardTransacted(GiftCardId card, CardTransaction transaction, Instant at) implements GiftCardEvent {}

    /**
     * The card's terms were changed.
     *
     * @param terms all of them, as they are from now on
     */
    @EventName("gift_card.terms_changed")
    record GiftCardTermsChanged(GiftCardId card, GiftCardTerms terms) implements GiftCardEvent {}
}
