package org.gatebook.api.giftcard;

import java.time.Instant;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.command.AggregateCommand;
import org.jspecify.annotations.Nullable;

/** What may be asked of a gift card. Ids, codes and the time come with the command. */
public sealed interface GiftCardCommand extends AggregateCommand<GiftCardId> {

    /** The number of the card. */
    GiftCardId card();

    /** When it is asked, by the server's clock. */
    Instant now();

    @Override
    default String aggregateId() {
        return card().aggregateId();
    }

    /**
     * Issue a card. Refused when the issuer already has a card of this code; that codes of accepted issuers are free is
     * for the sender to ask, because only the sender knows whom the issuer accepts.
     *
     * @param currency ISO 4217 code
     * @param opening the first transaction; null for a card that starts empty and unbooked, as media get them
     */
    record IssueGiftCard(
            GiftCardId card,
            OrganizerSlug issuer,
            GiftCardCode code,
            String currency,
            boolean testmode,
            GiftCardTerms terms,
            @Nullable CardTransaction opening,
            Instant now)
            implements GiftCardCommand {}

    /**
     * Put credit on the card or take it. Refused when the card is outside the scope, or would go below zero.
     *
     * @param scope whose cards the request reaches
     */
    record TransactGiftCard(GiftCardId card, IssuerScope scope, CardTransaction transaction, Instant now)
            implements GiftCardCommand {}

    /**
     * Book for an order: the sale of the card, a payment with it, a refund to it, or taking one of them back. Whether the
     * order may use the card is decided before; here only the credit is checked.
     */
    record BookForOrder(GiftCardId card, CardTransaction transaction, Instant now) implements GiftCardCommand {}

    /**
     * Change an own card. What is null stays; a value becomes a transaction of the difference, even if that is nothing.
     *
     * @param organizer who asks; another issuer's card is refused as unknown
     */
    record ChangeGiftCard(
            GiftCardId card,
            OrganizerSlug organizer,
            @Nullable TermsChange terms,
            @Nullable NewValue value,
            Instant now)
            implements GiftCardCommand {}

    /**
     * The credit that a card shall have.
     *
     * @param transactionId number of the transaction that makes it so
     * @param credit not negative; forms check
     */
    record NewValue(long transactionId, CardAmount credit) {}
}
