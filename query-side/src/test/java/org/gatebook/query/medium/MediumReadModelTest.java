package org.gatebook.query.medium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatebook.query.medium.LinkedResources.CANCELED_TICKET;
import static org.gatebook.query.medium.LinkedResources.CARD;
import static org.gatebook.query.medium.LinkedResources.OWNER;
import static org.gatebook.query.medium.LinkedResources.TICKET;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.giftcard.GiftCardId;
import org.gatebook.api.medium.MediumDetails;
import org.gatebook.api.medium.MediumEvent;
import org.gatebook.api.medium.MediumEvent.MediumChanged;
import org.gatebook.api.medium.MediumEvent.MediumCreated;
import org.gatebook.api.medium.MediumExpansion;
import org.gatebook.api.medium.MediumId;
import org.gatebook.api.medium.MediumOrigin;
import org.gatebook.api.medium.MediumQuery.LookUpMedium;
import org.gatebook.api.medium.MediumQuery.ShowMedium;
import org.gatebook.api.medium.MediumType;
import org.gatebook.api.medium.MediumView;
import org.gatebook.api.personal.Personal;
import org.gatebook.api.query.Expandable;
import org.gatebook.api.query.Links;
import org.gatebook.api.query.Query;
import org.gatebook.eventstore.EventAppender;
import org.gatebook.eventstore.Opening;
import org.gatebook.eventstore.Questions;
import org.gatebook.eventstore.TransactionalUnit;
import org.gatebook.eventstore.TransactionalUnit.Ending;
import org.gatebook.eventstore.rebuild.Rebuild;
import org.gatebook.eventstore.rebuild.RebuildPlan;
import org.gatebook.eventstore.rebuild.RebuildReport;
import org.gatebook.eventstore.test.PostgresExtension;
import org.gatebook.eventstore.test.TestStore;
import org.gatebook.web.answer.ApiJson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every question is asked live, and again after the rows were made anew from the events. */
class MediumReadModelTest {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private static final OrganizerSlug ACCEPTOR = new OrganizerSlug("acceptor");
    private static final MediumExpansion ALL = new MediumExpansion(true, true, true, true, new Links(""));
    private static final AtomicLong NUMBERS = new AtomicLong(100);

    private static TestStore store;

    private final MediumId id = new MediumId(NUMBERS.incrementAndGet());

    @BeforeAll
    static void start() {
        store = TestStore.open(POSTGRES.application(), LinkedResources.class);
    }

    @AfterAll
    static void stop() {
        store.close();
    }

    @Test
    void a_medium_is_shown_as_it_was_created() {
        append(created("A1", linked(null, null, null)));

        twice(
                () -> json(show(OWNER, MediumExpansion.NONE)),
                shown -> assertThat(shown)
                        .contains("\"identifier\":\"A1\"")
                        .contains("\"info\":{\"b\":[1,null,2.5],\"a\":\"x\"}")
                        .contains("\"linked_giftcard\":null"));
    }

    @Test
    void created_and_updated_are_the_moments_of_the_first_and_the_last_event() {
        append(created("A2", linked(null, null, null)), new MediumChanged(List.of(), linked(null, null, null)));
        List<Instant> moments = store.get(JdbcClient.class)
                .sql("select recorded_at from events.event where aggregate_id = :id order by sequence")
                .param("id", id.aggregateId())
                .query(Instant.class)
                .list();

        twice(() -> show(OWNER, MediumExpansion.NONE).orElseThrow(), medium -> {
            assertThat(medium.created()).isEqualTo(moments.getFirst());
            assertThat(medium.updated()).isEqualTo(moments.getLast());
        });
    }

    @Test
    void the_unit_that_wrote_a_medium_sees_it_in_its_answer() {
        Optional<MediumView> seen = store.get(TransactionalUnit.class)
                .write(Opening.plain(), TestStore.audit(OWNER.value()), entered -> {
                    stage(0, created("A3", linked(null, null, null)));
                    return Ending.done(
                            () -> store.get(Questions.class).ask(new ShowMedium(id, OWNER, MediumExpansion.NONE)));
                });

        assertThat(seen).map(MediumView::identifier).contains("A3");
    }

    @Test
    void links_are_expanded_and_a_canceled_ticket_is_null() {
        append(created("A4", linked("CUST", CANCELED_TICKET, CARD)));

        twice(() -> show(OWNER, ALL).orElseThrow(), medium -> {
            assertThat(medium.customer()).isEqualTo(Map.of("identifier", "CUST"));
            assertThat(medium.linkedOrderPosition()).isNull();
            assertThat(medium.linkedGiftCard()).isInstanceOf(Expandable.Nested.class);
        });
    }

    @Test
    void another_organizers_medium_is_not_there() {
        append(created("A5", linked(null, null, null)));

        twice(
                () -> show(ACCEPTOR, MediumExpansion.NONE),
                shown -> assertThat(shown).isEmpty());
    }

    @Test
    void a_lookup_by_the_owner_shows_everything_even_a_canceled_ticket() {
        append(created("A6", linked("CUST", CANCELED_TICKET, CARD)));

        twice(() -> lookUp(OWNER, Set.of(), "barcode", "A6").orElseThrow(), medium -> {
            assertThat(medium.linkedOrderPosition()).isInstanceOf(Expandable.Nested.class);
            assertThat(medium.customer()).isEqualTo(Map.of("identifier", "CUST"));
        });
    }

    @Test
    void a_lookup_by_an_acceptor_shows_the_card_but_neither_ticket_nor_customer() {
        append(created("A7", linked("CUST", TICKET, CARD)));

        twice(() -> lookUp(ACCEPTOR, Set.of(OWNER), "barcode", "A7").orElseThrow(), medium -> {
            assertThat(medium.organizer()).isEqualTo(OWNER);
            assertThat(medium.linkedGiftCard()).isInstanceOf(Expandable.Nested.class);
            assertThat(medium.linkedOrderPosition()).isNull();
            assertThat(medium.customer()).isNull();
        });
    }

    @Test
    void a_lookup_counts_letter_case_and_finds_nothing_of_organizers_that_are_not_accepted() {
        append(created("A8", linked(null, null, null)));

        twice(
                () -> lookUp(OWNER, Set.of(), "barcode", "a8"),
                found -> assertThat(found).isEmpty());
        twice(
                () -> lookUp(OWNER, Set.of(), "BARCODE", "A8"),
                found -> assertThat(found).isEmpty());
        twice(
                () -> lookUp(ACCEPTOR, Set.of(), "barcode", "A8"),
                found -> assertThat(found).isEmpty());
    }

    @Test
    void an_own_medium_is_found_before_one_of_an_accepted_issuer() {
        append(created("A9", linked(null, null, null)));
        MediumId own = new MediumId(NUMBERS.incrementAndGet());
        append(
                own,
                new MediumCreated(
                        own,
                        ACCEPTOR,
                        MediumType.BARCODE,
                        bearer("A9"),
                        linked(null, null, null),
                        MediumOrigin.CREATED));

        twice(
                () -> lookUp(ACCEPTOR, Set.of(OWNER), "barcode", "A9").orElseThrow(),
                medium -> assertThat(medium.id()).isEqualTo(own));
    }

    private <T> void twice(Supplier<T> question, Consumer<T> expectation) {
        expectation.accept(question.get());
        RebuildReport report = store.get(Rebuild.class).run(RebuildPlan.SWITCH);
        assertThat(report.differs()).as("%s", report).isFalse();
        expectation.accept(question.get());
    }

    private MediumCreated created(String identifier, MediumDetails details) {
        return new MediumCreated(id, OWNER, MediumType.BARCODE, bearer(identifier), details, MediumOrigin.CREATED);
    }

    private Personal<String> bearer(String identifier) {
        return Personal.bearer(id.subject(), identifier);
    }

    private MediumDetails linked(@Nullable String customer, @Nullable Long ticket, @Nullable GiftCardId card) {
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("b", Arrays.asList(1, null, 2.5));
        info.put("a", "x");
        return new MediumDetails(true, null, customer, ticket, card, Personal.of(id.subject(), info), null);
    }

    private void append(MediumEvent... events) {
        append(id, events);
    }

    private void append(MediumId medium, MediumEvent... events) {
        for (int i = 0; i < events.length; i++) {
            int sequence = i;
            store.get(TransactionalUnit.class).write(Opening.plain(), TestStore.audit(OWNER.value()), entered -> {
                stage(medium, sequence, events[sequence]);
                return Ending.done(() -> true);
            });
        }
    }

    private void stage(long sequence, MediumEvent event) {
        stage(id, sequence, event);
    }

    private static void stage(MediumId medium, long sequence, MediumEvent event) {
        store.get(EventAppender.class).append(MediumId.KIND, medium.aggregateId(), sequence, event);
    }

    private Optional<MediumView> show(OrganizerSlug organizer, MediumExpansion expansion) {
        return ask(new ShowMedium(id, organizer, expansion));
    }

    private static Optional<MediumView> lookUp(
            OrganizerSlug organizer, Set<OrganizerSlug> accepted, String type, String identifier) {
        return ask(new LookUpMedium(organizer, accepted, type, identifier, ALL));
    }

    private static <R> R ask(Query<R> query) {
        return store.get(TransactionalUnit.class)
                .read(Opening.plain(), entered -> store.get(Questions.class).ask(query));
    }

    private static String json(Optional<MediumView> view) {
        return ApiJson.mapper().writeValueAsString(view.orElseThrow());
    }
}
