package org.gatebook.catalogue.pretixdroid;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatebook.api.offer.Question;

/** A question as the app shows it (behaviour notes, pretixdroid 5.3). */
public final class ShownQuestion {

    private ShownQuestion() {}

    /** In this language; options are told where there is something to choose. */
    public static Map<String, Object> of(Question question, String language) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", question.id());
        shown.put("type", question.type().code());
        shown.put("question", question.question().in(language));
        shown.put("required", question.required());
        shown.put("position", question.position());
        shown.put(
                "options",
                question.type().isChoice()
                        ? question.options().stream()
                                .map(option -> option(option, language))
                                .toList()
                        : List.of());
        return shown;
    }

    private static Map<String, Object> option(Question.Option option, String language) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", option.id());
        shown.put("answer", option.answer().in(language));
        return shown;
    }
}
