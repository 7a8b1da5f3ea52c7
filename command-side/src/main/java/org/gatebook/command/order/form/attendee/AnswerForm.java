package org.gatebook.command.order.form.attendee;

import static org.gatebook.web.form.kind.Types.text;
import static org.gatebook.web.form.reference.References.ids;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gatebook.api.offer.Question;
import org.gatebook.api.offer.Question.Option;
import org.gatebook.api.order.Attendee;
import org.gatebook.catalogue.upload.UploadedFile;
import org.gatebook.command.order.form.EventOwned;
import org.gatebook.web.error.FieldErrors;
import org.gatebook.web.form.Field;
import org.gatebook.web.form.Form;
import org.gatebook.web.form.Parsed;
import org.gatebook.web.form.type.Converted;
import org.gatebook.web.form.type.Lookups;
import org.gatebook.web.form.type.Relation;
import org.jspecify.annotations.Nullable;

/** Answers to the event's questions (behaviour notes, orders 7.11). Whether they were asked at all does not matter. */
public final class AnswerForm {

    /** The API speaks one language, and so do the texts of options chosen through it. */
    static final String LANGUAGE = "en";

    public static final Relation<Long, EventOwned<Question>> QUESTIONS = Relation.byId("question");
    public static final Relation<Long, Option> OPTIONS = Relation.byId("question option");

    /** The answer by a file that there is already, by its question. */
    public static final Relation<Long, Attendee.Answer> KEPT_FILES = Relation.byId("kept file");

    private static final String KEEP = "file:keep";

    public static final Relation<String, UploadedFile> FILES = Relation.byText("uploaded file");

    private static final Field<Question> QUESTION = Field.required(
            "question", EventOwned.type(QUESTIONS, "The specified question does not belong to this event."));
    private static final Field<String> ANSWER = Field.required("answer", text());
    private static final Field<List<Option>> CHOSEN = Field.optional("options", ids(OPTIONS));

    static final Form FORM = Form.of(QUESTION, ANSWER, CHOSEN).check((sent, errors, lookups) -> {
        if (stored(sent, lookups) instanceof Converted.Faulty<Attendee.Answer> faulty) {
            errors.add(faulty.errors(), FieldErrors.WHOLE_OBJECT);
        }
    });

    private AnswerForm() {}

    private static Converted<Attendee.Answer> stored(Parsed sent, Lookups lookups) {
        Question question = sent.get(QUESTION);
        List<Option> options = sent.get(CHOSEN, List.of());
        if (question.type() == Question.Type.FILE) {
            return file(question, sent.get(ANSWER), lookups);
        }
        return AnswerText.of(question, sent.get(ANSWER), options, LANGUAGE)
                .then(text -> Converted.good(new Attendee.Answer(
                        question.id(), text, options.stream().map(Option::id).toList(), null)));
    }

    private static Converted<Attendee.Answer> file(Question question, String reference, Lookups lookups) {
        Attendee.Answer kept = reference.equals(KEEP) ? lookups.find(KEPT_FILES, question.id()) : null;
        if (kept != null) {
            return Converted.good(kept);
        }
        UploadedFile file = lookups.find(FILES, reference);
        return file == null
                ? Converted.faulty("The submitted file ID \"" + reference + "\" was not found.")
                : Converted.good(new Attendee.Answer(
                        question.id(),
                        "file://" + file.name(),
                        List.of(),
                        file.id().toString()));
    }

    /** The answers to store: of several to one question the first counts. */
    static List<Attendee.Answer> answers(List<Parsed> rows, Lookups lookups) {
        Map<Long, Attendee.Answer> first = new LinkedHashMap<>();
        for (Parsed row : rows) {
            if (stored(row, lookups) instanceof Converted.Good<Attendee.Answer> good) {
                first.putIfAbsent(good.value().question(), good.value());
            }
        }
        return List.copyOf(first.values());
    }

    /** A question that is answered twice in these rows; null if there is none. */
    static @Nullable Question twice(List<Parsed> rows) {
        Set<Long> seen = new HashSet<>();
        return rows.stream()
                .map(row -> row.get(QUESTION))
                .filter(question -> !seen.add(question.id()))
                .findFirst()
                .orElse(null);
    }
}
