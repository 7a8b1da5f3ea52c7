package org.gatebook.query.giftcard;

import static org.assertj.core.api.Assertions.assertThat;

import org.gatebook.eventstore.rebuild.Rebuild;
import org.gatebook.eventstore.rebuild.RebuildPlan;
import org.gatebook.eventstore.rebuild.RebuildReport;
import org.gatebook.eventstore.test.PostgresExtension;
import org.gatebook.eventstore.test.TestStore;
import org.gatebook.eventstore.verify.Verification;
import org.gatebook.eventstore.verify.VerificationReport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How fast gift cards are rebuilt from a long history: interleaved streams of ten events, all sealed as in production. */
@Tag("torture")
class ReplaySpeedTest {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private static final int CARDS = 20_000;
    private static final long FLOOR = 20_000;

    @Test
    void at_least_20_000_events_a_second_are_replayed() throws Exception {
        try (TestStore store = TestStore.open(
                POSTGRES.application(6),
                CardLog.Events.class,
                GiftCardReadModel.class,
                GiftCardTransactionReadModel.class,
                TermsChangeReadModel.class)) {
            CardLog.fill(POSTGRES.owner(), store, CARDS);
        }
        long best = 0;
        for (int round = 0; round < 3; round++) {
            // A node of its own each time: it has to fetch all keys again, as a command would.
            try (TestStore store = TestStore.open(
                    POSTGRES.application(6),
                    CardLog.Events.class,
                    GiftCardReadModel.class,
                    GiftCardTransactionReadModel.class,
                    TermsChangeReadModel.class)) {
                RebuildReport report = store.get(Rebuild.class).run(RebuildPlan.SWITCH);
                System.out.print(report.text());
                assertThat(report.history()).isEqualTo((long) CARDS * CardLog.EVENTS_A_CARD);
                best = Math.max(best, report.eventsPerSecond());
                VerificationReport verified = store.get(Verification.class).run();
                System.out.print(verified.text());
                assertThat(verified.clean()).isTrue();
            }
        }
        assertThat(best).isGreaterThanOrEqualTo(FLOOR);
    }
}
