package org.gatebook.command.medium.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.catalogue.GiftCardSettings;
import org.gatebook.api.catalogue.MediaSettings;
import org.gatebook.api.catalogue.OrganizerCatalogue;
import org.gatebook.api.command.AggregateCommand;
import org.gatebook.api.decision.Decision;
import org.gatebook.api.giftcard.GiftCardCommand.IssueGiftCard;
import org.gatebook.api.giftcard.GiftCardId;
import org.gatebook.api.medium.MediumChange.GiftCardLink;
import org.gatebook.api.medium.MediumCommand.CreateMedium;
import org.gatebook.api.medium.MediumDetails;
import org.gatebook.api.medium.MediumId;
import org.gatebook.api.medium.MediumOrigin;
import org.gatebook.api.medium.MediumRefusals;
import org.gatebook.api.medium.MediumType;
import org.gatebook.api.personal.Personal;
import org.gatebook.api.query.Query;
import org.gatebook.command.code.RandomCodes;
import org.gatebook.command.giftcard.automatic.AutomaticGiftCards;
import org.gatebook.command.medium.MediumIdentifiers;
import org.gatebook.eventstore.Claims;
import org.gatebook.eventstore.ClientIds;
import org.gatebook.eventstore.CommandSender;
import org.gatebook.eventstore.Questions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Cards that come with new media by themselves (behaviour notes, reusable media 2.5 and 2.7). */
class NewMediaTest {

    private static final OrganizerSlug OWNER = new OrganizerSlug("owner");
    private static final Instant NOW = Instant.parse("2030-03-01T10:00:00Z");
    private static final MediumId MEDIUM = new MediumId(7);
    private static final GiftCardId NEW_CARD = new GiftCardId(100);
    private static final MediaSettings SETTINGS = new MediaSettings(true, "EUR", "CHF", 18);

    private final List<AggregateCommand<?>> sent = new ArrayList<>();
    private @Nullable String holder;

    private Decision<MediumId> create(MediumType type, MediumOrigin origin) {
        MediumDetails details = MediumDetails.plain(MEDIUM).with(new GiftCardLink(new GiftCardId(1)));
        var command =
                new CreateMedium(MEDIUM, OWNER, type, Personal.bearer(MEDIUM.subject(), "04A1B2C3"), details, origin);
        var cards =
                new AutomaticGiftCards(new RandomCodes(new Random(1)), new Expiring(), new NothingTaken(), sender());
        return new NewMedia(new MediumIdentifiers(new OneHolder()), cards, new OneId(), sender())
                .create(command, SETTINGS, NOW);
    }

    @Test
    void a_coded_chip_gets_an_empty_card_of_the_organizer_in_place_of_the_one_that_was_named() {
        assertThat(create(MediumType.NFC_MF0AES, MediumOrigin.CREATED)).isEqualTo(new Decision.Accepted<>(MEDIUM));

        assertThat(sent).hasSize(2);
        assertThat(sent.getFirst()).isInstanceOfSatisfying(IssueGiftCard.class, card -> {
            assertThat(card.card()).isEqualTo(NEW_CARD);
            assertThat(card.issuer()).isEqualTo(OWNER);
            assertThat(card.currency()).isEqualTo("CHF");
            assertThat(card.testmode()).isFalse();
            assertThat(card.opening()).as("it is empty").isNull();
        });
        assertThat(sent.getLast())
                .isInstanceOfSatisfying(
                        CreateMedium.class,
                        medium -> assertThat(medium.details().linkedGiftCard()).isEqualTo(NEW_CARD));
    }

    @Test
    void a_chip_that_was_looked_up_gets_a_card_in_its_own_currency() {
        create(MediumType.NFC_UID, MediumOrigin.LOOKED_UP);

        assertThat(sent.getFirst())
                .isInstanceOfSatisfying(
                        IssueGiftCard.class, card -> assertThat(card.currency()).isEqualTo("EUR"));
    }

    @Test
    void other_media_keep_the_card_that_was_named() {
        create(MediumType.NFC_UID, MediumOrigin.CREATED);

        assertThat(sent)
                .singleElement()
                .isInstanceOfSatisfying(
                        CreateMedium.class,
                        medium -> assertThat(medium.details().linkedGiftCard()).isEqualTo(new GiftCardId(1)));
    }

    @Test
    void no_card_is_issued_for_a_medium_whose_identifier_another_one_has() {
        holder = "medium:1";

        assertThat(create(MediumType.NFC_MF0AES, MediumOrigin.CREATED))
                .isEqualTo(new Decision.Refused<>(MediumRefusals.IDENTIFIER_TAKEN, false));
        assertThat(sent).isEmpty();
    }

    private CommandSender sender() {
        return new CommandSender() {
            @Override
            @SuppressWarnings("unchecked")
            public <R> Decision<R> send(AggregateCommand<R> command) {
                sent.add(command);
                return (Decision<R>)
                        new Decision.Accepted<>(command instanceof IssueGiftCard card ? card.card() : MEDIUM);
            }
        };
    }

    private static final class OneId implements ClientIds {
        @Override
        public long next() {
            return NEW_CARD.number();
        }

        @Override
        public List<Long> next(int count) {
            throw new AssertionError("one is enough");
        }
    }

    private static final class NothingTaken implements Questions {
        @Override
        @SuppressWarnings("unchecked")
        public <R> R ask(Query<R> query) {
            return (R) Boolean.FALSE;
        }
    }

    private final class OneHolder implements Claims {
        @Override
        public boolean claim(String kind, String scope, String value, String owner) {
            throw new AssertionError("the medium claims, not who makes it");
        }

        @Override
        public void release(String kind, String scope, String value, String owner) {
            throw new AssertionError("media are never deleted");
        }

        @Override
        public Optional<String> owner(String kind, String scope, String value) {
            return Optional.ofNullable(holder);
        }
    }

    private static final class Expiring implements OrganizerCatalogue {
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
            return new GiftCardSettings(14, 2, ZoneOffset.UTC);
        }

        @Override
        public MediaSettings mediaSettings(OrganizerSlug organizer) {
            return SETTINGS;
        }

        @Override
        public Set<String> salesChannels(OrganizerSlug organizer) {
            return Set.of("web");
        }
    }
}
