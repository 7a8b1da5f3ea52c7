package org.gatebook.query.medium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.giftcard.GiftCardId;
import org.gatebook.api.medium.MediumChange;
import org.gatebook.api.medium.MediumDetails;
import org.gatebook.api.medium.MediumEvent.MediumChanged;
import org.gatebook.api.medium.MediumEvent.MediumCreated;
import org.gatebook.api.medium.MediumId;
import org.gatebook.api.medium.MediumOrigin;
import org.gatebook.api.medium.MediumType;
import org.gatebook.api.medium.MediumView;
import org.gatebook.api.personal.Personal;
import org.gatebook.api.query.Expandable;
import org.junit.jupiter.api.Test;

class MediumFoldTest {

    private static final MediumId ID = new MediumId(7);
    private static final OrganizerSlug OWNER = new OrganizerSlug("owner");
    private static final Instant BORN = Instant.parse("2030-05-05T12:00:00.123456Z");

    private static MediumCreated created(Personal<String> identifier, MediumDetails details) {
        return new MediumCreated(ID, OWNER, MediumType.BARCODE, identifier, details, MediumOrigin.CREATED);
    }

    private static MediumView born() {
        return MediumFold.fold(null, created(Personal.bearer(ID.subject(), "ABC"), MediumDetails.plain(ID)), BORN);
    }

    @Test
    void a_new_medium_shows_the_defaults_and_one_moment() {
        assertThat(born())
                .isEqualTo(new MediumView(
                        ID,
                        OWNER,
                        BORN,
                        BORN,
                        MediumType.BARCODE,
                        "ABC",
                        true,
                        null,
                        null,
                        null,
                        null,
                        Map.of(),
                        null));
    }

    @Test
    void a_change_replaces_all_details_and_moves_only_updated() {
        Instant later = BORN.plusSeconds(5);
        MediumDetails details = new MediumDetails(
                false,
                Instant.EPOCH,
                "CUST1",
                5L,
                new GiftCardId(6),
                Personal.of(ID.subject(), List.of(1)),
                Personal.of(ID.subject(), "lost"));

        assertThat(MediumFold.fold(born(), new MediumChanged(List.of("active"), details), later))
                .isEqualTo(new MediumView(
                        ID,
                        OWNER,
                        BORN,
                        later,
                        MediumType.BARCODE,
                        "ABC",
                        false,
                        Instant.EPOCH,
                        "CUST1",
                        new Expandable.Reference(5),
                        new Expandable.Reference(6),
                        List.of(1),
                        "lost"));
    }

    @Test
    void an_erased_medium_has_no_identifier_info_and_notes() {
        MediumDetails erased = MediumDetails.plain(ID)
                .with(new MediumChange.NewInfo(new Personal.Erased<>(ID.subject(), false)))
                .with(new MediumChange.NewNotes(new Personal.Erased<>(ID.subject(), false)));

        MediumView view = MediumFold.fold(null, created(new Personal.Erased<>(ID.subject(), true), erased), BORN);

        assertThat(view.identifier()).isEmpty();
        assertThat(view.info()).isEqualTo(Map.of());
        assertThat(view.notes()).isNull();
    }

    @Test
    void a_change_of_a_medium_that_was_never_created_is_a_defect() {
        assertThatIllegalStateException()
                .isThrownBy(() -> MediumFold.fold(null, new MediumChanged(List.of(), MediumDetails.plain(ID)), BORN));
    }

    @Property
    void updated_is_the_moment_of_the_last_event(@ForAll @Size(min = 1, max = 20) List<Integer> seconds) {
        MediumView view = born();
        for (int second : seconds) {
            view = MediumFold.fold(
                    view, new MediumChanged(List.of(), MediumDetails.plain(ID)), BORN.plusSeconds(second));
        }
        assertThat(view.updated()).isEqualTo(BORN.plusSeconds(seconds.getLast()));
        assertThat(view.created()).isEqualTo(BORN);
    }
}
