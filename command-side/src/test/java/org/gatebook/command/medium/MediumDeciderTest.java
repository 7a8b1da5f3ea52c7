package org.gatebook.command.medium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.decision.Outcome;
import org.gatebook.api.decision.Refusal;
import org.gatebook.api.giftcard.GiftCardId;
import org.gatebook.api.medium.MediumChange;
import org.gatebook.api.medium.MediumChange.Activity;
import org.gatebook.api.medium.MediumChange.Expiry;
import org.gatebook.api.medium.MediumChange.GiftCardLink;
import org.gatebook.api.medium.MediumChange.NewInfo;
import org.gatebook.api.medium.MediumChange.NewNotes;
import org.gatebook.api.medium.MediumChange.TicketLink;
import org.gatebook.api.medium.MediumCommand.ChangeMedium;
import org.gatebook.api.medium.MediumCommand.CreateMedium;
import org.gatebook.api.medium.MediumDetails;
import org.gatebook.api.medium.MediumEvent;
import org.gatebook.api.medium.MediumEvent.MediumChanged;
import org.gatebook.api.medium.MediumEvent.MediumCreated;
import org.gatebook.api.medium.MediumId;
import org.gatebook.api.medium.MediumOrigin;
import org.gatebook.api.medium.MediumRefusals;
import org.gatebook.api.medium.MediumType;
import org.gatebook.api.personal.Personal;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MediumDeciderTest {

    static final MediumId ID = new MediumId(100_124);
    static final OrganizerSlug OWNER = new OrganizerSlug("bigevents");
    static final OrganizerSlug STRANGER = new OrganizerSlug("otherorg");

    static final CreateMedium CREATE = new CreateMedium(
            ID,
            OWNER,
            MediumType.NFC_UID,
            Personal.bearer(ID.subject(), "04ABCDEF"),
            MediumDetails.plain(ID),
            MediumOrigin.CREATED);

    @Nested
    class Coming_into_being {

        @Test
        void a_medium_keeps_what_it_was_created_with() {
            assertThat(MediumDecider.decide(null, CREATE, IdentifierClaim.GRANTED))
                    .isEqualTo(Outcome.accepted(
                            ID,
                            List.of(new MediumCreated(
                                    ID,
                                    OWNER,
                                    MediumType.NFC_UID,
                                    CREATE.identifier(),
                                    MediumDetails.plain(ID),
                                    MediumOrigin.CREATED))));
        }

        @Test
        void an_identifier_belongs_to_one_medium_of_its_owner_and_type() {
            assertThat(MediumDecider.decide(null, CREATE, IdentifierClaim.TAKEN))
                    .isEqualTo(Outcome.<MediumEvent, MediumId>refused(MediumRefusals.IDENTIFIER_TAKEN));
        }

        @Test
        void a_number_is_never_drawn_twice() {
            assertThatIllegalStateException()
                    .isThrownBy(() -> MediumDecider.decide(existing(), CREATE, IdentifierClaim.GRANTED));
        }
    }

    @Nested
    class Changing {

        @Test
        void a_change_names_what_is_different_and_carries_all_details() {
            var notes = Personal.of(ID.subject(), "lost once");

            assertThat(change(new NewNotes(notes), new Activity(true), new GiftCardLink(new GiftCardId(7))))
                    .isEqualTo(new MediumChanged(
                            List.of("notes", "linked_giftcard"),
                            new MediumDetails(
                                    true,
                                    null,
                                    null,
                                    null,
                                    new GiftCardId(7),
                                    Personal.of(ID.subject(), Map.of()),
                                    notes)));
        }

        @Test
        void a_save_that_changes_nothing_is_an_event_all_the_same() {
            assertThat(change()).isEqualTo(new MediumChanged(List.of(), MediumDetails.plain(ID)));
            assertThat(change(new Activity(true), new Expiry(null)).changed()).isEmpty();
        }

        @Test
        void a_link_can_be_taken_away() {
            MediumState linked =
                    MediumState.evolve(existing(), change(new TicketLink(5L), new GiftCardLink(new GiftCardId(7))));

            assertThat(change(linked, new TicketLink(null)).details())
                    .isEqualTo(MediumDetails.plain(ID).with(new GiftCardLink(new GiftCardId(7))));
        }

        @Test
        void info_is_replaced_and_not_merged() {
            MediumState informed =
                    MediumState.evolve(existing(), change(new NewInfo(Personal.of(ID.subject(), Map.of("a", 1)))));

            assertThat(change(informed, new NewInfo(Personal.of(ID.subject(), List.of("b"))))
                            .details()
                            .info()
                            .value())
                    .contains(List.of("b"));
        }

        @Test
        void inactive_and_expired_media_can_be_changed() {
            MediumState old = MediumState.evolve(existing(), change(new Activity(false), new Expiry(Instant.EPOCH)));

            assertThat(change(old, new TicketLink(5L)).details().linkedOrderPosition())
                    .isEqualTo(5L);
        }

        @Test
        void a_medium_of_another_owner_does_not_exist() {
            assertThat(MediumDecider.decide(
                            existing(), new ChangeMedium(ID, STRANGER, List.of()), IdentifierClaim.GRANTED))
                    .isEqualTo(Outcome.<MediumEvent, MediumId>refused(Refusal.notFound()));
        }

        @Test
        void a_medium_that_was_never_created_does_not_exist() {
            assertThat(MediumDecider.decide(null, new ChangeMedium(ID, OWNER, List.of()), IdentifierClaim.GRANTED))
                    .isEqualTo(Outcome.<MediumEvent, MediumId>refused(Refusal.notFound()));
        }
    }

    static MediumState existing() {
        return MediumState.evolve(
                null,
                new MediumCreated(ID, OWNER, CREATE.type(), CREATE.identifier(), CREATE.details(), CREATE.origin()));
    }

    private static MediumChanged change(MediumChange... changes) {
        return change(existing(), changes);
    }

    static MediumChanged change(MediumState state, MediumChange... changes) {
        return switch (MediumDecider.decide(
                state, new ChangeMedium(ID, OWNER, List.of(changes)), IdentifierClaim.GRANTED)) {
            case Outcome.Accepted<MediumEvent, MediumId> accepted ->
                (MediumChanged) accepted.events().getFirst();
            case Outcome.Refused<MediumEvent, MediumId> refused ->
                throw new AssertionError(refused.refusal().code());
        };
    }
}
