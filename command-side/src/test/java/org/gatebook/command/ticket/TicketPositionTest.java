package org.gatebook.command.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.decision.Decision;
import org.gatebook.api.decision.Refusal;
import org.gatebook.api.offer.CheckinList;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.personal.Personal;
import org.gatebook.api.ticket.Door;
import org.gatebook.api.ticket.IssuedTicket;
import org.gatebook.api.ticket.OrderStanding;
import org.gatebook.api.ticket.OrderStanding.Status;
import org.gatebook.api.ticket.Scan;
import org.gatebook.api.ticket.Scan.Direction;
import org.gatebook.api.ticket.TicketCommand;
import org.gatebook.api.ticket.TicketCommand.Admission;
import org.gatebook.api.ticket.TicketCommand.BlockTicket;
import org.gatebook.api.ticket.TicketCommand.CancelTicket;
import org.gatebook.api.ticket.TicketCommand.ChangeTicketTerms;
import org.gatebook.api.ticket.TicketCommand.IssueTicket;
import org.gatebook.api.ticket.TicketCommand.MoveTicket;
import org.gatebook.api.ticket.TicketCommand.RecordAutomaticScan;
import org.gatebook.api.ticket.TicketCommand.RecordRefusedScan;
import org.gatebook.api.ticket.TicketCommand.ReplaceTicketSecret;
import org.gatebook.api.ticket.TicketCommand.ScanTicket;
import org.gatebook.api.ticket.TicketCommand.UnblockTicket;
import org.gatebook.api.ticket.TicketEvent.TicketBlocksChanged;
import org.gatebook.api.ticket.TicketEvent.TicketCanceled;
import org.gatebook.api.ticket.TicketEvent.TicketIssued;
import org.gatebook.api.ticket.TicketEvent.TicketMoved;
import org.gatebook.api.ticket.TicketEvent.TicketScanRefused;
import org.gatebook.api.ticket.TicketEvent.TicketScanned;
import org.gatebook.api.ticket.TicketEvent.TicketSecretReplaced;
import org.gatebook.api.ticket.TicketEvent.TicketTermsChanged;
import org.gatebook.api.ticket.TicketId;
import org.gatebook.api.ticket.TicketRefusals;
import org.gatebook.api.ticket.TicketTerms;
import org.gatebook.eventstore.aggregate.Decides;
import org.gatebook.eventstore.test.AggregateFixtures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The aggregate as Axon sees it: commands reach the decider, and its events are applied. */
class TicketPositionTest {

    private static final TicketId ID = new TicketId(1001);
    private static final OrderId ORDER = new OrderId(17);
    private static final Instant NOON = Instant.parse("2030-05-01T12:00:00Z");
    private static final Door.Occasion OCCASION = new Door.Occasion(NOON, null, null, ZoneOffset.UTC);
    private static final TicketIssued ISSUED = new TicketIssued(new IssuedTicket(
            ID,
            ORDER,
            new OrganizerSlug("o"),
            new EventSlug("e"),
            1,
            5,
            null,
            null,
            null,
            bearer("secret"),
            bearer("PSEUDO"),
            null,
            null));
    private static final Scan ENTRY =
            new Scan(1, 7, Direction.ENTRY, NOON, null, null, null, null, "barcode", false, false, false);
    private static final TicketTerms TERMS = new TicketTerms(6, 61L, null, NOON, null);

    private AggregateTestFixture<TicketPosition> fixture;

    @BeforeEach
    void fixture() {
        fixture = AggregateFixtures.of(TicketPosition.class);
        // The check reloads the aggregate afterwards, and takes a stream that a refusal left empty for a deleted one.
        fixture.setReportIllegalStateChange(false);
    }

    static Stream<TicketCommand<?>> commands_to_a_ticket_that_is_there() {
        return Stream.of(
                new ChangeTicketTerms(ID, TERMS),
                new MoveTicket(ID, new OrderId(18)),
                new CancelTicket(ID),
                new BlockTicket(ID, "api:x"),
                new UnblockTicket(ID, "api:x"),
                new ReplaceTicketSecret(ID, bearer("other"), true),
                new ScanTicket(ID, ENTRY, door(Status.PAID), bearer("secret")),
                new RecordAutomaticScan(ID, ENTRY),
                new RecordRefusedScan(ID, ENTRY, "error", null, bearer("secret")));
    }

    @ParameterizedTest
    @MethodSource("commands_to_a_ticket_that_is_there")
    void nothing_can_be_asked_of_a_ticket_that_was_never_issued(TicketCommand<?> command) {
        fixture.givenNoPriorActivity()
                .when(command)
                .expectResultMessagePayload(new Decision.Refused<>(TicketRefusals.UNKNOWN, false))
                .expectNoEvents();
    }

    @Test
    void every_command_is_decided() {
        Set<Class<?>> decided = Arrays.stream(TicketPosition.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Decides.class))
                .map(TicketPositionTest::command)
                .collect(Collectors.toSet());
        assertThat(decided).containsExactlyInAnyOrderElementsOf(commands());
    }

    @Test
    void a_ticket_is_issued() {
        fixture.givenNoPriorActivity()
                .when(new IssueTicket(ISSUED.issued()))
                .expectResultMessagePayload(new Decision.Accepted<>(ID))
                .expectEvents(ISSUED);
    }

    @Test
    void a_number_is_never_used_twice() {
        fixture.given(ISSUED).when(new IssueTicket(ISSUED.issued())).expectException(IllegalStateException.class);
    }

    @Test
    void other_terms_are_a_fact_and_the_same_ones_are_none() {
        fixture.given(ISSUED)
                .when(new ChangeTicketTerms(ID, TERMS))
                .expectEvents(new TicketTermsChanged(ID, ORDER, TERMS));
        fixture.given(ISSUED)
                .when(new ChangeTicketTerms(ID, ISSUED.issued().terms()))
                .expectNoEvents();
    }

    @Test
    void a_ticket_moves_with_its_position() {
        fixture.given(ISSUED)
                .when(new MoveTicket(ID, new OrderId(18)))
                .expectEvents(new TicketMoved(ID, new OrderId(18)));
    }

    @Test
    void what_happens_after_a_move_names_the_new_order() {
        fixture.given(ISSUED, new TicketMoved(ID, new OrderId(18)))
                .when(new CancelTicket(ID))
                .expectEvents(new TicketCanceled(ID, new OrderId(18)));
    }

    @Test
    void a_ticket_is_cancelled_once() {
        fixture.given(ISSUED, new TicketCanceled(ID, ORDER))
                .when(new CancelTicket(ID))
                .expectResultMessagePayload(new Decision.Accepted<>(ID))
                .expectNoEvents();
    }

    @Test
    void blocks_come_one_after_the_other_and_each_once() {
        fixture.given(ISSUED, new TicketBlocksChanged(ID, ORDER, List.of("api:x")))
                .when(new BlockTicket(ID, "admin"))
                .expectEvents(new TicketBlocksChanged(ID, ORDER, List.of("api:x", "admin")));
        fixture.given(ISSUED, new TicketBlocksChanged(ID, ORDER, List.of("api:x")))
                .when(new BlockTicket(ID, "api:x"))
                .expectNoEvents();
    }

    @Test
    void a_block_is_taken_back_by_its_name() {
        fixture.given(ISSUED, new TicketBlocksChanged(ID, ORDER, List.of("api:x")))
                .when(new UnblockTicket(ID, "api:x"))
                .expectEvents(new TicketBlocksChanged(ID, ORDER, List.of()));
        fixture.given(ISSUED, new TicketBlocksChanged(ID, ORDER, List.of("api:x")))
                .when(new UnblockTicket(ID, "admin"))
                .expectNoEvents();
    }

    @Test
    void a_secret_is_replaced() {
        fixture.given(ISSUED)
                .when(new ReplaceTicketSecret(ID, bearer("other"), true))
                .expectEvents(new TicketSecretReplaced(ID, ORDER, bearer("other"), true));
    }

    @Test
    void a_scan_is_accepted() {
        fixture.given(ISSUED)
                .when(new ScanTicket(ID, ENTRY, door(Status.PAID), bearer("secret")))
                .expectResultMessagePayload(new Decision.Accepted<>(Admission.RECORDED))
                .expectEvents(new TicketScanned(ID, ORDER, ENTRY));
    }

    @Test
    void a_scan_is_refused_and_kept() {
        Refusal unpaid = new Refusal(Refusal.Kind.INVALID, "unpaid", "", null);
        fixture.given(ISSUED)
                .when(new ScanTicket(ID, ENTRY, door(Status.PENDING), bearer("secret")))
                .expectResultMessagePayload(new Decision.Refused<>(unpaid, true))
                .expectEvents(new TicketScanRefused(ID, ORDER, ENTRY, "unpaid", null, bearer("secret")));
    }

    @Test
    void nothing_refuses_an_automatic_scan() {
        fixture.given(ISSUED, new TicketBlocksChanged(ID, ORDER, List.of("api:x")))
                .when(new RecordAutomaticScan(ID, ENTRY))
                .expectEvents(new TicketScanned(ID, ORDER, ENTRY));
    }

    @Test
    void a_scan_that_was_refused_elsewhere_is_kept() {
        fixture.given(ISSUED)
                .when(new RecordRefusedScan(ID, ENTRY, "error", "No power", bearer("secret")))
                .expectEvents(new TicketScanRefused(ID, ORDER, ENTRY, "error", "No power", bearer("secret")));
    }

    private static Class<?> command(Method method) {
        return method.getParameterTypes()[0];
    }

    private static Set<Class<?>> commands() {
        return Set.of(TicketCommand.class.getPermittedSubclasses());
    }

    private static Personal<String> bearer(String text) {
        return Personal.bearer(ID.subject(), text);
    }

    private static Door door(Status status) {
        CheckinList list =
                new CheckinList(7, "Main", true, Set.of(), null, false, false, true, Map.of(), null, false, Set.of());
        return new Door(list, new OrderStanding(status, false, false), false, false, false, OCCASION, NOON);
    }
}
