package org.gatebook.command.medium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatebook.command.medium.MediumDeciderTest.ID;
import static org.gatebook.command.medium.MediumDeciderTest.OWNER;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gatebook.api.giftcard.GiftCardId;
import org.gatebook.api.medium.MediumChange;
import org.gatebook.api.medium.MediumDetails;
import org.gatebook.api.medium.MediumEvent.MediumChanged;
import org.gatebook.api.personal.Personal;

class MediumDeciderProperties {

    @Property
    void saving_the_same_again_changes_nothing_more(@ForAll("changes") List<MediumChange> changes) {
        MediumState once = after(MediumDeciderTest.existing(), changes);
        MediumChange[] again = changes.toArray(MediumChange[]::new);

        MediumChanged second = MediumDeciderTest.change(once, again);

        assertThat(second.changed()).isEmpty();
        assertThat(MediumState.evolve(once, second)).isEqualTo(once);
    }

    @Property
    void details_that_are_not_named_stay(@ForAll("changes") List<MediumChange> changes) {
        MediumDetails before = MediumDetails.plain(ID);
        MediumDetails after = after(MediumDeciderTest.existing(), changes).details();
        List<String> named = changes.stream().map(MediumChange::field).toList();

        assertThat(new MediumDetails(
                        named.contains("active") ? before.active() : after.active(),
                        named.contains("expires") ? before.expires() : after.expires(),
                        named.contains("customer") ? before.customer() : after.customer(),
                        named.contains("linked_orderposition")
                                ? before.linkedOrderPosition()
                                : after.linkedOrderPosition(),
                        named.contains("linked_giftcard") ? before.linkedGiftCard() : after.linkedGiftCard(),
                        named.contains("info") ? before.info() : after.info(),
                        named.contains("notes") ? before.notes() : after.notes()))
                .isEqualTo(before);
    }

    @Property
    void the_owner_never_changes(@ForAll("changes") List<MediumChange> changes) {
        assertThat(after(MediumDeciderTest.existing(), changes).organizer()).isEqualTo(OWNER);
    }

    private static MediumState after(MediumState state, List<MediumChange> changes) {
        return MediumState.evolve(state, MediumDeciderTest.change(state, changes.toArray(MediumChange[]::new)));
    }

    /** At most one change of each detail, as a form sends them. */
    @Provide
    Arbitrary<List<MediumChange>> changes() {
        Arbitrary<Long> numbers = Arbitraries.longs().between(1, 3);
        return Arbitraries.<MediumChange>oneOf(
                        Arbitraries.of(true, false).map(MediumChange.Activity::new),
                        Arbitraries.of(Instant.EPOCH, Instant.MAX)
                                .injectNull(0.3)
                                .map(MediumChange.Expiry::new),
                        Arbitraries.of("A", "B").injectNull(0.3).map(MediumChange.Holder::new),
                        numbers.injectNull(0.3).map(MediumChange.TicketLink::new),
                        numbers.map(GiftCardId::new).injectNull(0.3).map(MediumChange.GiftCardLink::new),
                        Arbitraries.<Object>of(Map.of(), List.of(1), "text")
                                .map(info -> new MediumChange.NewInfo(Personal.of(ID.subject(), info))),
                        Arbitraries.of("x", "y")
                                .map(notes -> Personal.of(ID.subject(), notes))
                                .injectNull(0.3)
                                .map(MediumChange.NewNotes::new))
                .list()
                .ofMaxSize(7)
                .uniqueElements(MediumChange::field);
    }
}
