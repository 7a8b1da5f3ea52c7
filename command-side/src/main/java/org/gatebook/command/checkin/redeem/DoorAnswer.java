package org.gatebook.command.checkin.redeem;

import static org.gatebook.web.form.world.WorldTypes.country;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gatebook.api.offer.Question;
import org.gatebook.api.offer.Question.Option;
import org.gatebook.api.order.Attendee;
import org.gatebook.web.form.ApiText;
import org.gatebook.web.form.python.PyMoment;
import org.gatebook.web.form.python.PyText;
import org.gatebook.web.form.type.Converted;
import org.gatebook.web.form.type.Reading;
import org.gatebook.web.form.type.Type;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * An answer given at the door (behaviour notes, check-in 4.8). One that does not fit its question counts as not given;
 * an empty one takes the stored answer back, where the question is optional.
 */
sealed interface DoorAnswer {

    /** The question is answered like this. */
    record Given(Attendee.Answer answer) implements DoorAnswer {}

    /** The question is to have no answer. */
    record Withdrawn(long question) implements DoorAnswer {}

    /**
     * Reads what was sent.
     *
     * @param zone of moments without one
     * @param language of the options' texts
     * @return empty if it does not fit
     */
    static Optional<DoorAnswer> read(Question question, JsonNode sent, ZoneId zone, String language) {
        if (!PyText.isTrue(sent)) {
            return question.required()
                    ? Optional.empty()
                    : Optional.of(
                            question.type() == Question.Type.YES_NO && sent.isBoolean()
                                    ? given(question, "False")
                                    : new Withdrawn(question.id()));
        }
        return switch (question.type()) {
            case CHOICE -> single(question, sent).map(option -> chosen(question, List.of(option), language));
            case MULTIPLE_CHOICE -> several(question, sent).map(options -> chosen(question, options, language));
            case YES_NO -> yesOrNo(question, sent);
            case NUMBER, TEXT, LONG_TEXT, DATE, TIME, DATE_TIME, COUNTRY, PHONE ->
                Optional.ofNullable(text(question, plain(sent), zone)).map(text -> given(question, text));
            // Files are looked up among those that the client has sent ahead.
            case FILE -> Optional.empty();
        };
    }

    private static Optional<DoorAnswer> yesOrNo(Question question, JsonNode sent) {
        String text = plain(sent);
        boolean yes = "true".equals(text) || "True".equals(text);
        return question.required() && !yes ? Optional.empty() : Optional.of(given(question, yes ? "True" : "False"));
    }

    private static Optional<Option> single(Question question, JsonNode sent) {
        String text = plain(sent);
        return text == null ? Optional.empty() : option(question, text);
    }

    /** All of them, each known; in the order of the question's options. */
    private static Optional<List<Option>> several(Question question, JsonNode sent) {
        List<String> texts = new ArrayList<>();
        if (sent.isArray()) {
            for (JsonNode entry : sent) {
                String text = plain(entry);
                if (text == null) {
                    return Optional.empty();
                }
                texts.add(text);
            }
        } else {
            String text = plain(sent);
            if (text == null) {
                return Optional.empty();
            }
            texts.addAll(List.of(text.split(",", -1)));
        }
        List<Option> wanted = new ArrayList<>();
        for (String text : texts) {
            Optional<Option> option = option(question, text);
            if (option.isEmpty() || wanted.contains(option.get())) {
                return Optional.empty();
            }
            wanted.add(option.get());
        }
        return Optional.of(question.options().stream().filter(wanted::contains).toList());
    }

    private static Optional<Option> option(Question question, String text) {
        return question.options().stream()
                .filter(option -> option.identifier().equals(text))
                .findFirst()
                .or(() -> question.options().stream()
                        .filter(option -> Long.toString(option.id()).equals(text))
                        .findFirst());
    }

    private static @Nullable String text(Question question, @Nullable String sent, ZoneId zone) {
        if (sent == null) {
            return null;
        }
        Question.Limits limits = question.limits();
        return switch (question.type()) {
            case NUMBER -> number(sent.strip(), limits);
            case TEXT, LONG_TEXT -> (limits.longest() == null || sent.length() <= limits.longest()) ? sent : null;
            case DATE -> {
                LocalDate day = PyMoment.date(sent);
                yield day == null || !within(day, limits.firstDate(), limits.lastDate()) ? null : ApiText.day(day);
            }
            case TIME -> {
                LocalTime time = PyMoment.time(sent);
                yield time == null ? null : ApiText.time(time);
            }
            case DATE_TIME -> moment(sent, zone, limits);
            case COUNTRY -> isReadable(country(), sent) ? sent : null;
            // Not looked at, as nowhere in the API.
            case PHONE -> sent;
            case YES_NO, CHOICE, MULTIPLE_CHOICE, FILE -> null;
        };
    }

    private static @Nullable String number(String sent, Question.Limits limits) {
        try {
            return within(new BigDecimal(sent), limits.leastNumber(), limits.greatestNumber()) ? sent : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable String moment(String sent, ZoneId zone, Question.Limits limits) {
        PyMoment.Moment moment = PyMoment.moment(sent);
        if (moment == null) {
            return null;
        }
        LocalDateTime local = moment.local();
        ZoneOffset offset = moment.offset() == null
                ? zone.getRules().getOffset(local)
                : ZoneOffset.ofTotalSeconds(Math.toIntExact(moment.offset().toSeconds()));
        Instant at = local.toInstant(offset);
        return within(at, limits.firstMoment(), limits.lastMoment()) ? kept(local, offset) : null;
    }

    /** As the reference's language writes a moment: with the distance from UTC that it was sent with. */
    private static String kept(LocalDateTime local, ZoneOffset offset) {
        String text = ApiText.moment(local.toInstant(ZoneOffset.UTC));
        return text.replace('T', ' ').replace("Z", offset.equals(ZoneOffset.UTC) ? "+00:00" : offset.getId());
    }

    private static <T extends Comparable<? super T>> boolean within(T value, @Nullable T least, @Nullable T greatest) {
        return (least == null || value.compareTo(least) >= 0) && (greatest == null || value.compareTo(greatest) <= 0);
    }

    private static boolean isReadable(Type<?> type, String sent) {
        return type.read(JsonNodeFactory.instance.stringNode(sent), Reading.PLAIN) instanceof Converted.Good<?>;
    }

    private static @Nullable String plain(JsonNode sent) {
        return switch (sent.getNodeType()) {
            case STRING -> sent.stringValue();
            case NUMBER -> sent.decimalValue().toPlainString();
            case BOOLEAN -> sent.booleanValue() ? "True" : "False";
            default -> null;
        };
    }

    private static DoorAnswer chosen(Question question, List<Option> options, String language) {
        return new Given(new Attendee.Answer(
                question.id(),
                options.stream().map(option -> option.answer().in(language)).collect(Collectors.joining(", ")),
                options.stream().map(Option::id).toList(),
                null));
    }

    private static DoorAnswer given(Question question, String text) {
        return new Given(new Attendee.Answer(question.id(), text, List.of(), null));
    }
}
