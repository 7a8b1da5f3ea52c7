package org.gatebook.command.giftcard.automatic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.catalogue.GiftCardSettings;
import org.gatebook.api.catalogue.MediaSettings;
import org.gatebook.api.catalogue.OrganizerCatalogue;
import org.gatebook.api.command.AggregateCommand;
import org.gatebook.api.decision.Decision;
import org.gatebook.api.decision.Refusal;
import org.gatebook.api.giftcard.GiftCardCode;
import org.gatebook.api.giftcard.GiftCardCommand.IssueGiftCard;
import org.gatebook.api.giftcard.GiftCardId;
import org.gatebook.api.giftcard.GiftCardQuery.IsGiftCardCodeTaken;
import org.gatebook.api.giftcard.GiftCardRefusals;
import org.gatebook.api.query.Query;
import org.gatebook.command.code.RandomCodes;
import org.gatebook.eventstore.CommandSender;
import org.gatebook.eventstore.Questions;
import org.junit.jupiter.api.Test;

class AutomaticGiftCardsTest {

    private static final GiftCardId CARD = new GiftCardId(5);
    private static final OrganizerSlug ISSUER = new OrganizerSlug("issuer");
    private static final Instant NOW = Instant.parse("2030-12-31T23:30:00Z");

    private final Set<GiftCardCode> known = new HashSet<>();
    private final Deque<Refusal> refusals = new ArrayDeque<>();
    private final List<IssueGiftCard> issued = new ArrayList<>();

    private GiftCardCode issue(long seed) {
        return new AutomaticGiftCards(new RandomCodes(new Random(seed)), new Settings(), new Known(), new Issuer())
                .issueEmpty(CARD, ISSUER, "EUR", NOW);
    }

    @Test
    void a_card_has_a_code_of_the_length_that_is_set_and_ends_with_a_year_of_the_organizer() {
        GiftCardCode code = issue(1);

        assertThat(code.value()).hasSize(14);
        assertThat(issued).singleElement().satisfies(command -> {
            assertThat(command.code()).isEqualTo(code);
            assertThat(command.opening()).isNull();
            assertThat(command.terms().expires()).as("in Berlin it was 2031").isEqualTo("2033-12-31T22:59:59Z");
        });
    }

    @Test
    void a_code_that_any_card_has_is_drawn_again() {
        known.add(issue(2));

        assertThat(issue(2)).isNotIn(known);
    }

    @Test
    void a_code_that_is_claimed_meanwhile_is_drawn_again() {
        refusals.add(GiftCardRefusals.CODE_TAKEN);

        assertThat(issue(3)).isEqualTo(issued.getLast().code());
        assertThat(issued).hasSize(2).extracting(IssueGiftCard::code).doesNotHaveDuplicates();
    }

    @Test
    void any_other_refusal_is_a_defect() {
        refusals.add(GiftCardRefusals.INSUFFICIENT_CREDIT);

        assertThatThrownBy(() -> issue(4)).isInstanceOf(IllegalStateException.class);
    }

    private final class Known implements Questions {
        @Override
        @SuppressWarnings("unchecked")
        public <R> R ask(Query<R> query) {
            var asked = (IsGiftCardCodeTaken) query;
            assertThat(asked.scope()).as("everybody's cards").isNull();
            return (R) Boolean.valueOf(known.contains(asked.code()));
        }
    }

    private final class Issuer implements CommandSender {
        @Override
        @SuppressWarnings("unchecked")
        public <R> Decision<R> send(AggregateCommand<R> command) {
            issued.add((IssueGiftCard) command);
            return refusals.isEmpty()
                    ? (Decision<R>) new Decision.Accepted<>(CARD)
                    : new Decision.Refused<>(refusals.remove(), false);
        }
    }

    private static final class Settings implements OrganizerCatalogue {
        @Override
        public Set<OrganizerSlug> issuersOfAcceptedCards(OrganizerSlug acceptor) {
            return Set.of();
        }

        @Override
        public Set<OrganizerSlug> issuersOfAcceptedMedia(OrganizerSlug acceptor) {
            return Set.of();
        }

        @Override
        public GiftCardSettings giftCardSettings(OrganizerSlug organizer) {
            return new GiftCardSettings(14, 2, ZoneId.of("Europe/Berlin"));
        }

        @Override
        public MediaSettings mediaSettings(OrganizerSlug organizer) {
            return new MediaSettings(true, null, null, 12);
        }

        @Override
        public Set<String> salesChannels(OrganizerSlug organizer) {
            return Set.of("web");
        }
    }
}
