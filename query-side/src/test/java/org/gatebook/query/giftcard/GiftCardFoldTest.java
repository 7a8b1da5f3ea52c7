package org.gatebook.query.giftcard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.giftcard.CardAmount;
import org.gatebook.api.giftcard.CardTransaction;
import org.gatebook.api.giftcard.GiftCardEvent;
import org.gatebook.api.giftcard.GiftCardEvent.GiftCardIssued;
import org.gatebook.api.giftcard.GiftCardEvent.GiftCardTermsChanged;
import org.gatebook.api.giftcard.GiftCardEvent.GiftCardTransacted;
import org.gatebook.api.giftcard.GiftCardId;
import org.gatebook.api.giftcard.GiftCardTerms;
import org.gatebook.api.giftcard.GiftCardView;
import org.gatebook.api.personal.Personal;
import org.gatebook.api.query.Expandable;
import org.junit.jupiter.api.Test;

class GiftCardFoldTest {

    private static final GiftCardId CARD = new GiftCardId(7);
    private static final OrganizerSlug ISSUER = new OrganizerSlug("issuer");
    private static final Instant NOW = Instant.parse("2030-05-05T12:00:00Z");
    private static final Instant LATER = Instant.parse("2033-05-05T12:00:00Z");

    private static GiftCardIssued issued(Personal<String> code) {
        return new GiftCardIssued(CARD, ISSUER, code, "USD", true, NOW, new GiftCardTerms(LATER, null, 9L));
    }

    private static GiftCardEvent booked(BigDecimal amount) {
        return new GiftCardTransacted(CARD, CardTransaction.plain(1, new CardAmount(amount), ISSUER), NOW);
    }

    private static GiftCardView folded(GiftCardEvent... events) {
        GiftCardView card = null;
        for (GiftCardEvent event : events) {
            card = GiftCardFold.fold(card, event);
        }
        return card;
    }

    @Test
    void an_issued_card_shows_what_it_was_issued_with_and_no_credit() {
        assertThat(folded(issued(Personal.bearer(CARD.subject(), "GC-1"))))
                .isEqualTo(new GiftCardView(
                        CARD,
                        "GC-1",
                        NOW,
                        CardAmount.NOTHING,
                        "USD",
                        true,
                        LATER,
                        null,
                        new Expandable.Reference(9),
                        ISSUER));
    }

    @Test
    void new_terms_replace_all_terms_and_nothing_else() {
        GiftCardView before = folded(issued(Personal.bearer(CARD.subject(), "GC-1")), booked(new BigDecimal("5.00")));
        GiftCardView after =
                GiftCardFold.fold(before, new GiftCardTermsChanged(CARD, new GiftCardTerms(null, "Food only", null)));
        assertThat(after.conditions()).isEqualTo("Food only");
        assertThat(after.expires()).isNull();
        assertThat(after.ownerTicket()).isNull();
        assertThat(after.value()).isEqualTo(CardAmount.of("5.00"));
        assertThat(after.secret()).isEqualTo("GC-1");
    }

    @Test
    void an_erased_card_has_no_code() {
        assertThat(folded(issued(new Personal.Erased<>(CARD.subject(), true))).secret())
                .isNull();
    }

    @Test
    void a_transaction_of_a_card_that_was_never_issued_is_a_defect() {
        assertThatThrownBy(() -> folded(booked(BigDecimal.ONE))).isInstanceOf(IllegalStateException.class);
    }

    @Property
    void the_value_is_the_sum_of_the_transactions(
            @ForAll List<@IntRange(min = -999_999, max = 999_999) Integer> cents) {
        GiftCardView card = folded(issued(Personal.bearer(CARD.subject(), "GC-1")));
        for (int amount : cents) {
            card = GiftCardFold.fold(card, booked(BigDecimal.valueOf(amount, 2)));
        }
        long sum = cents.stream().mapToLong(Integer::longValue).sum();
        assertThat(card.value()).isEqualTo(new CardAmount(BigDecimal.valueOf(sum, 2)));
    }
}
