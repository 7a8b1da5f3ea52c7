package org.gatebook.query.order.shown;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.offer.Question;
import org.gatebook.api.order.Attendee;
import org.gatebook.query.text.JsonText;
import org.gatebook.query.text.SlottedText;
import org.gatebook.web.answer.ApiJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** Fills the slots of one position. */
final class PositionFiller implements SlottedText.Filler {

    private static final TypeReference<List<Attendee.Answer>> ANSWERS = new TypeReference<>() {};

    private static final Comparator<Asked> BY_RANK = Comparator.comparingInt(
                    (Asked asked) -> asked.question().position())
            .thenComparingLong(asked -> asked.question().id());

    private record Asked(Question question, Attendee.Answer answer) {}

    private final StoredLine line;
    private final StoredOrder.Head order;
    private final String orderName;
    private final @Nullable String texts;
    private final Surroundings surroundings;

    /**
     * @param orderName what the position calls its order, JSON
     * @param texts the texts of the printed ticket, JSON; null where they are not asked for
     */
    PositionFiller(
            StoredLine line,
            StoredOrder.Head order,
            String orderName,
            @Nullable String texts,
            Surroundings surroundings) {
        this.line = line;
        this.order = order;
        this.orderName = orderName;
        this.texts = texts;
        this.surroundings = surroundings;
    }

    /** Appends the position as orders and lists show it. */
    static void fill(StoredLine line, StoredOrder.Head order, Surroundings surroundings, StringBuilder out) {
        SlottedText.fill(
                line.shown(),
                out,
                new PositionFiller(
                        line, order, JsonText.quoted(order.code()), surroundings.texts(line.id()), surroundings));
    }

    @Override
    public void slot(char slot, StringBuilder out) {
        switch (slot) {
            case OrderSlots.ORDER -> out.append(orderName);
            case OrderSlots.SECRET -> out.append(line.secret());
            case OrderSlots.CHECKINS -> out.append(line.checkins());
            case OrderSlots.DOWNLOADS -> downloads(out);
            case OrderSlots.ANSWERS -> answers(out);
            case OrderSlots.PSEUDONYM_AND_TEXTS -> {
                out.append("\"pseudonymization_id\":").append(line.pseudonym());
                if (texts != null) {
                    out.append(",\"pdf_data\":").append(texts);
                }
            }
            case OrderSlots.SEAT -> surroundings.seat(order.event(), line, out);
            case OrderSlots.VALIDITY -> out.append(line.validity());
            default -> throw new IllegalStateException("no slot of a position: " + (int) slot);
        }
    }

    private void downloads(StringBuilder out) {
        EventOffer offer = surroundings.offer(order.event());
        if (offer == null || !Downloads.areShown(order, offer) || !Downloads.hasTicket(line, offer)) {
            out.append("[]");
        } else {
            surroundings.files(offer, address(), out);
        }
    }

    /** By the rank of the questions; what was answered to a question that is gone is gone with it. */
    private void answers(StringBuilder out) {
        EventOffer offer = line.answers() == null ? null : surroundings.offer(order.event());
        if (offer == null) {
            out.append("[]");
            return;
        }
        List<Asked> answers = new ArrayList<>();
        for (Attendee.Answer answer : ApiJson.mapper().readValue(line.answers(), ANSWERS)) {
            Question question = offer.questions().get(answer.question());
            if (question != null) {
                answers.add(new Asked(question, answer));
            }
        }
        answers.sort(BY_RANK);
        out.append('[');
        for (Asked asked : answers) {
            out.append(asked.equals(answers.getFirst()) ? "" : ",");
            answer(asked, out);
        }
        out.append(']');
    }

    private void answer(Asked asked, StringBuilder out) {
        List<Question.Option> chosen = asked.question().options().stream()
                .filter(option -> asked.answer().options().contains(option.id()))
                .sorted(Comparator.comparingInt(Question.Option::position).thenComparingLong(Question.Option::id))
                .toList();
        JsonText.object(out)
                .put("question", asked.question().id())
                .putJson("answer", text(asked.answer()))
                .put("question_identifier", asked.question().identifier())
                .putValue("options", chosen.stream().map(Question.Option::id).toList())
                .putValue(
                        "option_identifiers",
                        chosen.stream().map(Question.Option::identifier).toList())
                .end();
    }

    /** A file is shown as the address at which it can be fetched (behaviour notes, orders 4.7). */
    private String text(Attendee.Answer answer) {
        return answer.file() == null
                ? JsonText.quoted(answer.answer())
                : '"' + address() + "/answer/" + answer.question() + "/\"";
    }

    private String address() {
        return surroundings.eventAddress(order.event()) + "/orderpositions/" + line.id();
    }
}
