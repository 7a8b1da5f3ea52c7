package org.gatebook.catalogue.question;

import static org.gatebook.web.form.kind.Types.choice;
import static org.gatebook.web.form.kind.Types.list;
import static org.gatebook.web.form.kind.Types.text;
import static org.gatebook.web.form.reference.References.id;
import static org.gatebook.web.form.reference.References.ids;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gatebook.api.offer.Question;
import org.gatebook.catalogue.crud.Change;
import org.gatebook.catalogue.event.EventReferences;
import org.gatebook.catalogue.resource.Document;
import org.gatebook.catalogue.resource.ResourceType;
import org.gatebook.web.form.Field;
import org.gatebook.web.form.Parsed;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Rules about several fields of a question, and about questions among each other. */
@Component
final class QuestionRules {

    static final Field<String> TYPE = Field.required(
            "type", choice(Question.Type.class, Question.Type::code).as(Question.Type::code));
    static final Field<List<Document>> ITEMS = Field.optional("items", ids(EventReferences.ITEM));
    static final Field<Document> DEPENDENCY =
            Field.optional("dependency_question", id(EventReferences.QUESTION)).nullable();
    static final Field<List<String>> DEPENDENCY_VALUES =
            Field.optional("dependency_values", list(text().orBlank().untrimmed()));

    /** Clients of before there could be several values. */
    static final Field<String> FORMER_DEPENDENCY_VALUE =
            Field.optional("dependency_value", text().orBlank()).nullable();

    private static final Set<String> MAY_BE_DEPENDED_ON =
            Set.of(Question.Type.CHOICE.code(), Question.Type.MULTIPLE_CHOICE.code(), Question.Type.YES_NO.code());

    private final EventReferences references;
    private final Identifiers identifiers;
    private final ObjectProvider<QuestionUse> use;

    QuestionRules(EventReferences references, Identifiers identifiers, ObjectProvider<QuestionUse> use) {
        this.references = references;
        this.identifiers = identifiers;
        this.use = use;
    }

    void check(Change question) {
        Parsed sent = question.input();
        if (sent.has(TYPE)) {
            requireConvertible(question, Question.Type.of(sent.get(TYPE)));
        }
        identify(question);
        settleValues(question);
        Document dependency = dependency(question);
        if (dependency != null) {
            checkDependency(question, dependency);
        }
        if (question.flag("show_during_checkin") && Question.Type.FILE.code().equals(question.get("type"))) {
            throw question.refused("This type of question cannot be shown during check-in.");
        }
        question.fill(ITEMS.name(), List.of());
        if (sent.get(ITEMS, List.of()).stream().anyMatch(item -> EventReferences.isForeign(item, question.owner()))) {
            throw question.refused("One or more items do not belong to this event.");
        }
    }

    private void identify(Change question) {
        if (!(question.get("identifier") instanceof String identifier)) {
            question.set("identifier", identifiers.fresh(type(), question.owner()));
        } else if (question.touches("identifier")
                && identifiers.isTakenInAnyCase(type(), question.owner(), identifier, question.id())) {
            throw question.refused("identifier", "This identifier is already used for a different question.");
        }
    }

    private static void settleValues(Change question) {
        Parsed sent = question.input();
        if (sent.wasSent(FORMER_DEPENDENCY_VALUE) && !sent.wasSent(DEPENDENCY_VALUES)) {
            String value = sent.get(FORMER_DEPENDENCY_VALUE, "");
            question.set(DEPENDENCY_VALUES.name(), value.isEmpty() ? List.of() : List.of(value));
        }
        question.fill(DEPENDENCY_VALUES.name(), List.of());
    }

    private @Nullable Document dependency(Change question) {
        Parsed sent = question.input();
        if (!sent.has(DEPENDENCY)) {
            Long kept = question.number(DEPENDENCY.name());
            return kept == null ? null : all(question).get(kept);
        }
        Document dependency = sent.find(DEPENDENCY);
        if (dependency == null) {
            return null;
        }
        if (EventReferences.isForeign(dependency, question.owner())) {
            throw question.refused(
                    DEPENDENCY.name(), "Invalid pk \"" + dependency.id() + "\" - object does not exist.");
        }
        if (!MAY_BE_DEPENDED_ON.contains(dependency.text("type"))) {
            throw question.refused(
                    DEPENDENCY.name(), "Question dependencies can only be set to boolean or choice questions.");
        }
        if (dependency.id() == question.id()) {
            throw question.refused(DEPENDENCY.name(), "A question cannot depend on itself.");
        }
        return dependency;
    }

    private void checkDependency(Change question, Document dependency) {
        if (question.flag("ask_during_checkin")) {
            throw question.refused("Dependencies are not supported during check-in.");
        }
        if (dependency.flag("ask_during_checkin")) {
            throw question.refused("Question cannot depend on a question asked during check-in.");
        }
        Map<Long, Document> all = all(question);
        Set<Long> seen = new HashSet<>(Set.of(question.id()));
        for (Document next = dependency; next != null; next = all.get(next.numberOrNull(DEPENDENCY.name()))) {
            if (!seen.add(next.id())) {
                throw question.refused("Circular dependency between questions detected.");
            }
        }
    }

    private Map<Long, Document> all(Change question) {
        Map<Long, Document> all = new HashMap<>();
        references.all(EventReferences.QUESTION, question.owner()).forEach(one -> all.put(one.id(), one));
        return all;
    }

    /** As long as nobody can tell whether a question was answered it counts as answered: answers would lose their meaning. */
    private void requireConvertible(Change question, Question.Type type) {
        Document before = question.before();
        if (before == null || keepsAnswers(Question.Type.of(before.text("type")), type)) {
            return;
        }
        QuestionUse known = use.getIfAvailable();
        if (known == null || known.isAnswered(question.owner(), question.id())) {
            throw question.refused(
                    TYPE.name(),
                    "The system already contains answers to this question that are not compatible with changing the"
                            + " type of question without data loss. Consider hiding this question and creating a new one"
                            + " instead.");
        }
    }

    private static boolean keepsAnswers(Question.Type from, Question.Type to) {
        boolean text = from == Question.Type.TEXT || from == Question.Type.LONG_TEXT;
        return from == to
                || (to == Question.Type.LONG_TEXT && from != Question.Type.FILE)
                || (to == Question.Type.TEXT && !text && from != Question.Type.FILE)
                || (to == Question.Type.MULTIPLE_CHOICE && from == Question.Type.CHOICE);
    }

    private static ResourceType type() {
        return EventReferences.type(EventReferences.QUESTION);
    }
}
