package org.gatebook.query.history.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.event.DomainEvent;
import org.gatebook.api.event.EventName;
import org.gatebook.api.giftcard.CardAmount;
import org.gatebook.api.giftcard.CardTransaction;
import org.gatebook.api.giftcard.GiftCardEvent.GiftCardIssued;
import org.gatebook.api.giftcard.GiftCardEvent.GiftCardTransacted;
import org.gatebook.api.giftcard.GiftCardId;
import org.gatebook.api.giftcard.GiftCardTerms;
import org.gatebook.api.giftcard.OrderBooking;
import org.gatebook.api.order.OrderEvent.OrderCanceled;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.personal.Personal;
import org.gatebook.api.personal.SubjectId;
import org.gatebook.eventstore.registry.EventJson;
import org.gatebook.eventstore.sealing.PersonalModule;
import org.gatebook.eventstore.sealing.SubjectKey;
import org.gatebook.eventstore.sealing.SubjectKeys;
import org.gatebook.query.test.Festival;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.json.JsonMapper;

class SentencesTest {

    private static final Path GOLDEN = Path.of("../api-contracts/src/test/resources/golden");
    private static final JsonMapper ERASED = EventJson.mapper(new PersonalModule(new NoKeys()));

    @TestFactory
    Stream<DynamicTest> every_event_that_was_ever_stored_has_a_sentence_even_if_everybody_in_it_is_erased() {
        return Sentences.FAMILIES.stream()
                .flatMap(SentencesTest::events)
                .map(event -> DynamicTest.dynamicTest(name(event), () -> assertSentence(event)));
    }

    private static Stream<Class<?>> events(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(SentencesTest::events)
                : Stream.of(type);
    }

    private static String name(Class<?> event) {
        return event.getAnnotation(EventName.class).value();
    }

    private static void assertSentence(Class<?> event) throws IOException {
        int revision = event.getAnnotation(EventName.class).revision();
        String golden = Files.readString(GOLDEN.resolve(name(event) + ".v" + revision + ".json"));
        String sentence = Sentences.of((DomainEvent) ERASED.readValue(golden, event));
        assertThat(sentence).matches("[A-Z0-9].{10,}[^.]").doesNotContain("null", "Optional", "Personal", "[", "{");
    }

    @Test
    void a_comment_is_quoted_and_an_erased_one_said_to_be_erased() {
        OrderId order = new OrderId(7);
        assertThat(Sentences.of(new OrderCanceled(order, Instant.EPOCH, Personal.of(order.subject(), "Cannot come"))))
                .isEqualTo("The order was cancelled: “Cannot come”");
        assertThat(Sentences.of(new OrderCanceled(order, Instant.EPOCH, new Personal.Erased<>(order.subject(), false))))
                .isEqualTo("The order was cancelled: erased");
        assertThat(Sentences.of(new OrderCanceled(order, Instant.EPOCH, null))).isEqualTo("The order was cancelled");
    }

    @Test
    void the_code_of_a_card_is_masked() {
        GiftCardId card = new GiftCardId(71);
        assertThat(Sentences.of(new GiftCardIssued(
                        card,
                        new OrganizerSlug("acme"),
                        Personal.bearer(card.subject(), "GC-SUMMER2026-9f"),
                        "EUR",
                        false,
                        Instant.EPOCH,
                        new GiftCardTerms(Instant.parse("2027-12-31T22:59:59Z"), null, null))))
                .isEqualTo("The gift card GC-…9f in EUR was issued by acme, good until 2027-12-31 22:59 UTC");
    }

    @Test
    void a_booking_says_for_which_order_it_was() {
        assertThat(booking("-23.00", 2, null))
                .isEqualTo("23.00 was taken from the gift card at acme, for payment 2 of order ABCDE");
        assertThat(booking("5.00", null, 1))
                .isEqualTo("5.00 was put on the gift card at acme, for refund 1 of order ABCDE");
        assertThat(booking("50.00", null, null))
                .isEqualTo("50.00 was put on the gift card at acme, because it was sold with order ABCDE");
    }

    private static String booking(String amount, Integer payment, Integer refund) {
        return Sentences.of(new GiftCardTransacted(
                new GiftCardId(71),
                CardTransaction.forOrder(
                        9,
                        CardAmount.of(amount),
                        new OrganizerSlug("acme"),
                        new OrderBooking(Festival.EVENT, "ABCDE", payment, refund)),
                Instant.EPOCH));
    }

    /** The keys of a world in which everybody was erased. */
    private static final class NoKeys implements SubjectKeys {
        @Override
        public Optional<SubjectKey> obtain(SubjectId subject) {
            return Optional.empty();
        }

        @Override
        public void obtainAll(Collection<SubjectId> subjects) {}

        @Override
        public Optional<SubjectKey> existing(SubjectId subject) {
            return Optional.empty();
        }

        @Override
        public void prefetch(Collection<SubjectId> subjects) {}

        @Override
        public <T> T without(Collection<SubjectId> subjects, Supplier<T> work) {
            return work.get();
        }

        @Override
        public <T> T with(Collection<SubjectId> subjects, Supplier<T> work) {
            return work.get();
        }

        @Override
        public void erase(SubjectId subject) {}

        @Override
        public void forget(Collection<SubjectId> subjects) {}

        @Override
        public Set<SubjectId> present(Collection<SubjectId> subjects) {
            return Set.of();
        }
    }
}
