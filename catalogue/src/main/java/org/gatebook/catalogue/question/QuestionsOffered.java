package org.gatebook.catalogue.question;

import static org.gatebook.catalogue.offer.OfferTexts.decimal;
import static org.gatebook.catalogue.offer.OfferTexts.localized;
import static org.gatebook.catalogue.offer.OfferTexts.moment;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Set;
import org.gatebook.api.offer.Question;
import org.gatebook.catalogue.crud.Resource;
import org.gatebook.catalogue.offer.OfferPart;
import org.gatebook.catalogue.resource.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a question becomes in the snapshot of its event, with its options. */
@Configuration(proxyBeanMethods = false)
class QuestionsOffered {

    @Bean
    OfferPart<Question> questionsOfEvent(QuestionResource questions) {
        return OfferPart.ofEach(Question.class, questions.type(), question -> question(questions.resource(), question));
    }

    private static Question question(Resource questions, Document question) {
        return new Question(
                question.id(),
                localized(question.get("question")),
                question.text("identifier"),
                Question.Type.of(question.text("type")),
                question.flag("required"),
                question.numbers("items"),
                (int) question.number("position"),
                question.flag("ask_during_checkin"),
                question.parts(questions.part(Options.FIELD).type()).stream()
                        .map(QuestionsOffered::option)
                        .sorted(Comparator.comparingInt(Question.Option::position)
                                .thenComparingLong(Question.Option::id))
                        .toList(),
                question.flag("show_during_checkin"),
                question.flag("hidden"),
                question.flag("print_on_invoice"),
                dependency(question),
                limits(question));
    }

    private static Question.Option option(Document option) {
        return new Question.Option(option.id(), option.text("identifier"), localized(option.get("answer")), (int)
                option.number("position"));
    }

    private static Question.@Nullable Dependency dependency(Document question) {
        Long other = question.numberOrNull("dependency_question");
        return other == null ? null : new Question.Dependency(other, Set.copyOf(question.texts("dependency_values")));
    }

    private static Question.Limits limits(Document question) {
        Long longest = question.numberOrNull("valid_string_length_max");
        return new Question.Limits(
                decimal(question.get("valid_number_min")),
                decimal(question.get("valid_number_max")),
                date(question.textOrNull("valid_date_min")),
                date(question.textOrNull("valid_date_max")),
                moment(question.get("valid_datetime_min")),
                moment(question.get("valid_datetime_max")),
                longest == null ? null : longest.intValue(),
                question.flag("valid_file_portrait"));
    }

    private static @Nullable LocalDate date(@Nullable String stored) {
        return stored == null ? null : LocalDate.parse(stored);
    }
}
