package org.gatebook.command.medium;

import static org.gatebook.command.medium.MediumDeciderTest.CREATE;
import static org.gatebook.command.medium.MediumDeciderTest.ID;
import static org.gatebook.command.medium.MediumDeciderTest.OWNER;
import static org.gatebook.command.medium.MediumDeciderTest.STRANGER;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.gatebook.api.decision.Decision;
import org.gatebook.api.decision.Refusal;
import org.gatebook.api.medium.MediumChange.Activity;
import org.gatebook.api.medium.MediumCommand.ChangeMedium;
import org.gatebook.api.medium.MediumCommand.CreateMedium;
import org.gatebook.api.medium.MediumDetails;
import org.gatebook.api.medium.MediumEvent.MediumChanged;
import org.gatebook.api.medium.MediumEvent.MediumCreated;
import org.gatebook.api.medium.MediumRefusals;
import org.gatebook.api.medium.MediumType;
import org.gatebook.eventstore.Claims;
import org.gatebook.eventstore.test.AggregateFixtures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The aggregate as Axon sees it: commands reach the decider, and its events are applied. */
class MediumTest {

    private static final MediumCreated CREATED =
            new MediumCreated(ID, OWNER, CREATE.type(), CREATE.identifier(), CREATE.details(), CREATE.origin());

    private final Map<String, String> ledger = new HashMap<>();
    private AggregateTestFixture<Medium> fixture;

    @BeforeEach
    void fixture() {
        fixture = AggregateFixtures.of(Medium.class);
        // The check reloads the aggregate afterwards, and takes a stream that a refusal left empty for a deleted one.
        fixture.setReportIllegalStateChange(false);
        fixture.registerInjectableResource(new LedgerInMemory(ledger));
    }

    @Test
    void creating_a_medium_claims_its_identifier() {
        fixture.givenNoPriorActivity()
                .when(CREATE)
                .expectResultMessagePayload(new Decision.Accepted<>(ID))
                .expectEvents(CREATED);
    }

    @Test
    void creating_a_medium_is_refused_when_another_one_has_the_identifier() {
        ledger.put("medium.identifier|bigevents/nfc_uid|04ABCDEF", "medium:1");

        fixture.givenNoPriorActivity()
                .when(CREATE)
                .expectResultMessagePayload(new Decision.Refused<>(MediumRefusals.IDENTIFIER_TAKEN, false))
                .expectNoEvents();
    }

    @Test
    void the_same_identifier_may_be_of_another_type() {
        ledger.put("medium.identifier|bigevents/nfc_uid|04ABCDEF", "medium:1");

        fixture.givenNoPriorActivity()
                .when(new CreateMedium(
                        ID, OWNER, MediumType.BARCODE, CREATE.identifier(), CREATE.details(), CREATE.origin()))
                .expectResultMessagePayload(new Decision.Accepted<>(ID));
    }

    @Test
    void the_same_identifier_may_be_of_another_owner() {
        ledger.put("medium.identifier|bigevents/nfc_uid|04ABCDEF", "medium:1");

        fixture.givenNoPriorActivity()
                .when(new CreateMedium(
                        ID, STRANGER, MediumType.NFC_UID, CREATE.identifier(), CREATE.details(), CREATE.origin()))
                .expectResultMessagePayload(new Decision.Accepted<>(ID));
    }

    @Test
    void changing_a_medium_stores_its_details() {
        fixture.given(CREATED)
                .when(new ChangeMedium(ID, OWNER, List.of(new Activity(false))))
                .expectResultMessagePayload(new Decision.Accepted<>(ID))
                .expectEvents(new MediumChanged(
                        List.of("active"), MediumDetails.plain(ID).with(new Activity(false))));
    }

    @Test
    void changing_a_medium_is_refused_to_others() {
        fixture.given(CREATED)
                .when(new ChangeMedium(ID, STRANGER, List.of(new Activity(false))))
                .expectResultMessagePayload(new Decision.Refused<>(Refusal.notFound(), false))
                .expectNoEvents();
    }

    @Test
    void changing_a_medium_that_is_not_there_is_refused() {
        fixture.givenNoPriorActivity()
                .when(new ChangeMedium(ID, OWNER, List.of()))
                .expectResultMessagePayload(new Decision.Refused<>(Refusal.notFound(), false))
                .expectNoEvents();
    }

    /** The ledger's contract without its table; the table is tested where it is. */
    private record LedgerInMemory(Map<String, String> owners) implements Claims {
        @Override
        public boolean claim(String kind, String scope, String value, String owner) {
            return owner.equals(owners.computeIfAbsent(key(kind, scope, value), ignored -> owner));
        }

        @Override
        public void release(String kind, String scope, String value, String owner) {
            owners.remove(key(kind, scope, value), owner);
        }

        @Override
        public Optional<String> owner(String kind, String scope, String value) {
            return Optional.ofNullable(owners.get(key(kind, scope, value)));
        }

        private static String key(String kind, String scope, String value) {
            return String.join("|", kind, scope, value);
        }
    }
}
