package org.gatebook.command.order.medium;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.catalogue.GiftCardSettings;
import org.gatebook.api.catalogue.MediaSettings;
import org.gatebook.api.catalogue.OrganizerCatalogue;
import org.gatebook.api.command.AggregateCommand;
import org.gatebook.api.decision.Decision;
import org.gatebook.api.medium.MediumChange.TicketLink;
import org.gatebook.api.medium.MediumCommand;
import org.gatebook.api.medium.MediumCommand.ChangeMedium;
import org.gatebook.api.medium.MediumCommand.CreateMedium;
import org.gatebook.api.medium.MediumId;
import org.gatebook.api.medium.MediumOrigin;
import org.gatebook.api.medium.MediumRefusals;
import org.gatebook.api.medium.MediumType;
import org.gatebook.api.offer.Item;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.query.Query;
import org.gatebook.command.code.RandomCodes;
import org.gatebook.eventstore.ClientIds;
import org.gatebook.eventstore.CommandSender;
import org.gatebook.eventstore.Questions;
import org.gatebook.eventstore.test.Blank;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Media of tickets (behaviour notes, reusable media 2.8). */
class TicketMediaTest {

    private static final OrganizerSlug OWNER = new OrganizerSlug("owner");
    private static final MediumId FIRST = new MediumId(11);
    private static final MediumId SECOND = new MediumId(12);

    private final List<MediumCommand> sent = new ArrayList<>();
    private final Deque<Decision<MediumId>> decisions = new ArrayDeque<>();
    private final TicketMedia media =
            new TicketMedia(new Settings(), new RandomCodes(new Random(1)), new Ids(), new Sender(), new OfOrder());

    @ParameterizedTest
    @CsvSource({
        "new, barcode, true",
        "reuse_or_new, barcode, true",
        "reuse, barcode, false",
        "new, nfc_uid, false",
        "reuse_or_new, nfc_mf0aes, false",
        ", barcode, false",
        "new, , false"
    })
    void tickets_get_new_media_where_the_policy_says_so_and_a_server_can_make_them(
            String policy, String type, boolean made) {
        Item item = Blank.of(Item.class)
                .with("mediaPolicy", policy)
                .with("mediaType", type)
                .make();
        assertThat(TicketMedia.areMadeFor(item)).isEqualTo(made);
    }

    @Test
    void a_new_medium_is_active_and_belongs_to_the_orders_customer() {
        media.make(OWNER, 77, "ABC1234");

        assertThat(sent).singleElement().isInstanceOfSatisfying(CreateMedium.class, create -> {
            assertThat(create.organizer()).isEqualTo(OWNER);
            assertThat(create.type()).isEqualTo(MediumType.BARCODE);
            assertThat(create.origin()).isEqualTo(MediumOrigin.ORDERED);
            assertThat(identifier(create)).matches("[A-HJ-NP-Z2-9]{18}");
            assertThat(create.details().active()).isTrue();
            assertThat(create.details().customer()).isEqualTo("ABC1234");
            assertThat(create.details().linkedOrderPosition()).isEqualTo(77);
        });
    }

    @Test
    void an_identifier_that_is_taken_is_drawn_again() {
        decisions.add(new Decision.Refused<>(MediumRefusals.IDENTIFIER_TAKEN, false));

        media.make(OWNER, 77, null);

        assertThat(sent)
                .hasSize(2)
                .extracting(command -> identifier((CreateMedium) command))
                .doesNotHaveDuplicates();
    }

    @Test
    void a_medium_is_taken_over_whatever_it_stood_for() {
        media.takeOver(OWNER, FIRST, 78);

        assertThat(sent).containsExactly(new ChangeMedium(FIRST, OWNER, List.of(new TicketLink(78L))));
    }

    @Test
    void media_of_a_deleted_order_stand_for_no_ticket_any_more() {
        media.letGo(new OrderId(5));

        assertThat(sent)
                .containsExactlyInAnyOrder(
                        new ChangeMedium(FIRST, OWNER, List.of(new TicketLink(null))),
                        new ChangeMedium(SECOND, OWNER, List.of(new TicketLink(null))));
    }

    private static String identifier(CreateMedium create) {
        return create.identifier().value().orElseThrow();
    }

    private final class Sender implements CommandSender {
        @Override
        @SuppressWarnings("unchecked")
        public <R> Decision<R> send(AggregateCommand<R> command) {
            sent.add((MediumCommand) command);
            return (Decision<R>)
                    (decisions.isEmpty()
                            ? new Decision.Accepted<>(((MediumCommand) command).id())
                            : decisions.remove());
        }
    }

    private static final class OfOrder implements Questions {
        @Override
        @SuppressWarnings("unchecked")
        public <R> R ask(Query<R> query) {
            return (R) Map.of(FIRST, OWNER, SECOND, OWNER);
        }
    }

    private static final class Ids implements ClientIds {
        @Override
        public long next() {
            return 99;
        }

        @Override
        public List<Long> next(int count) {
            throw new UnsupportedOperationException();
        }
    }

    private static final class Settings implements OrganizerCatalogue {
        @Override
        public Set<OrganizerSlug> issuersOfAcceptedCards(OrganizerSlug acceptor) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Set<OrganizerSlug> issuersOfAcceptedMedia(OrganizerSlug acceptor) {
            throw new UnsupportedOperationException();
        }

        @Override
        public GiftCardSettings giftCardSettings(OrganizerSlug organizer) {
            return new GiftCardSettings(12, null, ZoneOffset.UTC);
        }

        @Override
        public MediaSettings mediaSettings(OrganizerSlug organizer) {
            return new MediaSettings(true, null, null, 18);
        }

        @Override
        public Set<String> salesChannels(OrganizerSlug organizer) {
            throw new UnsupportedOperationException();
        }
    }
}
