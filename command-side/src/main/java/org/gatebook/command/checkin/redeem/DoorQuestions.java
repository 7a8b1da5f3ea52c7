package org.gatebook.command.checkin.redeem;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.offer.Question;
import org.gatebook.api.order.Attendee;
import org.gatebook.api.order.OrderCommand.AnswerQuestions;
import org.gatebook.api.personal.Personal;
import org.gatebook.api.ticket.DoorQuery.TicketAtDoor;
import org.gatebook.api.ticket.Scan.Direction;
import org.gatebook.catalogue.upload.UploadedFile;
import org.gatebook.catalogue.upload.UploadedFiles;
import org.gatebook.command.checkin.redeem.DoorAnswer.Given;
import org.gatebook.command.checkin.redeem.DoorAnswer.Withdrawn;
import org.gatebook.eventstore.CommandSender;
import org.gatebook.web.request.ApiRequest;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The questions that are asked at the door, of entries only (behaviour notes, check-in 4.4 and 4.8). */
@Component
class DoorQuestions {

    private final UploadedFiles files;
    private final CommandSender commands;

    DoorQuestions(UploadedFiles files, CommandSender commands) {
        this.files = files;
        this.commands = commands;
    }

    /**
     * What was asked and answered.
     *
     * @param answers usable ones
     * @param open questions without an answer, optional ones too, by their rank
     */
    record Asked(List<DoorAnswer> answers, List<Question> open) {

        private static final Asked NOTHING = new Asked(List.of(), List.of());
    }

    /** Reads the answers of an attempt, and finds out what is left to be asked. */
    Asked ask(ApiRequest request, Attempt attempt, EventOffer offer, TicketAtDoor ticket) {
        List<Question> questions = attempt.type() == Direction.EXIT ? List.of() : questions(offer, ticket.item());
        if (questions.isEmpty()) {
            return Asked.NOTHING;
        }
        Map<Long, DoorAnswer> given = new LinkedHashMap<>();
        for (Question question : questions) {
            JsonNode sent = attempt.answers().get(Long.toString(question.id()));
            if (sent != null) {
                read(request, offer, question, sent).ifPresent(answer -> given.put(question.id(), answer));
            }
        }
        return new Asked(
                List.copyOf(given.values()),
                questions.stream()
                        .filter(question -> !given.containsKey(question.id())
                                && !ticket.answered().contains(question.id()))
                        .toList());
    }

    private static List<Question> questions(EventOffer offer, long item) {
        return offer.questions().values().stream()
                .filter(question ->
                        question.askDuringCheckin() && question.items().contains(item))
                .sorted(Comparator.comparingInt(Question::position).thenComparingLong(Question::id))
                .toList();
    }

    private Optional<DoorAnswer> read(ApiRequest request, EventOffer offer, Question question, JsonNode sent) {
        if (question.type() == Question.Type.FILE
                && sent.isString()
                && !sent.stringValue().isEmpty()) {
            return files.find(request.credential(), sent.stringValue(), request.now())
                    .map(file -> file(question, file));
        }
        return DoorAnswer.read(question, sent, offer.zone(), offer.locale());
    }

    private static DoorAnswer file(Question question, UploadedFile file) {
        return new Given(new Attendee.Answer(
                question.id(), "file://" + file.name(), List.of(), file.id().toString()));
    }

    /** Keeps the answers with the position. @return whether there was anything to keep */
    boolean keep(TicketAtDoor ticket, List<DoorAnswer> answers) {
        List<Attendee.Answer> given = new ArrayList<>();
        for (DoorAnswer answer : answers) {
            if (answer instanceof Given usable) {
                given.add(usable.answer());
            }
        }
        Set<Long> withdrawn = answers.stream()
                .filter(Withdrawn.class::isInstance)
                .map(answer -> ((Withdrawn) answer).question())
                .filter(ticket.answered()::contains)
                .collect(Collectors.toSet());
        if (given.isEmpty() && withdrawn.isEmpty()) {
            return false;
        }
        commands.send(new AnswerQuestions(
                ticket.order(),
                ticket.ticket().number(),
                Personal.of(ticket.ticket().subject(), List.copyOf(given)),
                withdrawn));
        return true;
    }
}
