package org.gatebook.catalogue.cart;

import static org.gatebook.web.form.kind.Types.integer;
import static org.gatebook.web.form.kind.Types.list;
import static org.gatebook.web.form.kind.Types.text;
import static org.gatebook.web.form.reference.References.id;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.offer.Question;
import org.gatebook.catalogue.event.EventReferences;
import org.gatebook.catalogue.resource.Document;
import org.gatebook.web.error.FieldErrorCollector;
import org.gatebook.web.form.Field;
import org.gatebook.web.form.Form;
import org.gatebook.web.form.Parsed;
import org.gatebook.web.form.type.Lookups;
import org.jspecify.annotations.Nullable;

/**
 * Answers in carts: kept and shown again, nothing else. What an order makes of its own answers is more, because they end
 * on tickets (behaviour notes, orders 7.11).
 */
final class CartAnswers {

    private static final Field<Document> QUESTION = Field.required(
            "question",
            id(EventReferences.QUESTION)
                    .must((question, lookups) ->
                            CartForm.offer(lookups).questions().containsKey(question.id())
                                    ? null
                                    : "The specified question does not belong to this event."));
    private static final Field<String> ANSWER = Field.required("answer", text());
    private static final Field<List<Long>> OPTIONS = Field.optional("options", list(integer()));

    static final Form FORM = Form.of(QUESTION, ANSWER, OPTIONS).check(CartAnswers::check);

    private CartAnswers() {}

    private static void check(Parsed sent, FieldErrorCollector errors, Lookups lookups) {
        Question question = question(sent, CartForm.offer(lookups));
        List<Long> options = sent.get(OPTIONS, List.of());
        String fault = null;
        if (!question.type().isChoice()) {
            fault = options.isEmpty()
                    ? null
                    : "You should not specify options if the question is not of a choice type.";
        } else if (options.isEmpty()) {
            fault = "You need to specify options if the question is of a choice type.";
        } else if (question.type() == Question.Type.CHOICE && options.size() > 1) {
            fault = "You can specify at most one option for this question.";
        } else if (!options.stream().allMatch(option -> question.option(option).isPresent())) {
            fault = "The specified option does not belong to this question.";
        }
        if (fault != null) {
            errors.add(fault);
        }
    }

    /** What is kept: of several answers to one question the first. */
    static List<Map<String, Object>> kept(List<Parsed> rows, EventOffer offer) {
        Map<Long, Map<String, Object>> kept = new LinkedHashMap<>();
        for (Parsed row : rows) {
            Question question = question(row, offer);
            List<Long> options = row.get(OPTIONS, List.of());
            kept.putIfAbsent(
                    question.id(),
                    Map.of(
                            "question", question.id(),
                            "answer", said(question, row.get(ANSWER), options, offer.locale()),
                            "options", options));
        }
        return List.copyOf(kept.values());
    }

    /** What is shown of it. */
    static List<Map<String, @Nullable Object>> shown(Document position, EventOffer offer) {
        List<Map<String, @Nullable Object>> shown = new ArrayList<>();
        for (Map<String, @Nullable Object> answer : position.rows("answers")) {
            Question question = offer.questions().get(number(answer.get("question")));
            List<Long> options = answer.get("options") instanceof List<?> numbers
                    ? numbers.stream().map(CartAnswers::number).toList()
                    : List.of();
            if (question != null) {
                Map<String, @Nullable Object> row = new LinkedHashMap<>();
                row.put("question", question.id());
                row.put("answer", answer.get("answer"));
                row.put("question_identifier", question.identifier());
                row.put("options", options);
                row.put(
                        "option_identifiers",
                        options.stream()
                                .flatMap(option -> question.option(option).stream())
                                .map(Question.Option::identifier)
                                .toList());
                shown.add(row);
            }
        }
        return shown;
    }

    private static Question question(Parsed sent, EventOffer offer) {
        return Objects.requireNonNull(offer.questions().get(sent.get(QUESTION).id()));
    }

    private static String said(Question question, String answer, List<Long> options, String language) {
        return question.type().isChoice()
                ? String.join(
                        ", ",
                        options.stream()
                                .flatMap(option -> question.option(option).stream())
                                .map(option -> option.answer().in(language))
                                .toList())
                : answer;
    }

    private static long number(@Nullable Object number) {
        return number instanceof Number n ? n.longValue() : -1;
    }
}
