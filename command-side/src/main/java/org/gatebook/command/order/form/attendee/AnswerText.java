package org.gatebook.command.order.form.attendee;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatebook.api.offer.Question;
import org.gatebook.api.offer.Question.Option;
import org.gatebook.web.form.ApiText;
import org.gatebook.web.form.kind.Types;
import org.gatebook.web.form.type.Converted;
import org.gatebook.web.form.type.Reading;
import org.gatebook.web.form.type.Type;
import tools.jackson.databind.node.JsonNodeFactory;

/** An answer in the form that its question's type gives it (behaviour notes, orders 4.7 and 7.11). */
public final class AnswerText {

    private static final int DIGITS = 50;
    private static final int PLACES = 25;
    private static final Type<BigDecimal> NUMBER = Types.decimal(DIGITS, PLACES);
    private static final Type<LocalDate> DAY = Types.date();
    private static final Type<LocalTime> TIME = Types.time();
    private static final Type<Instant> MOMENT = Types.dateTime();
    private static final Set<String> YES = Set.of("true", "True", "TRUE", "1");
    private static final Set<String> NO = Set.of("false", "False", "FALSE", "0");

    private AnswerText() {}

    /**
     * The text to store, or what is wrong.
     *
     * @param sent as the client wrote it; of no meaning for choices, whose text is that of the options
     * @param language in which the options' texts are stored
     */
    public static Converted<String> of(Question question, String sent, List<Option> options, String language) {
        return switch (question.type()) {
            case CHOICE, MULTIPLE_CHOICE -> chosen(question, options, language);
            case NUMBER, TEXT, LONG_TEXT, YES_NO, FILE, DATE, TIME, DATE_TIME, COUNTRY, PHONE ->
                options.isEmpty()
                        ? written(question.type(), sent)
                        : Converted.faulty("You should not specify options if the question is not of a choice type.");
        };
    }

    private static Converted<String> chosen(Question question, List<Option> options, String language) {
        if (options.isEmpty()) {
            return Converted.faulty("You need to specify options if the question is of a choice type.");
        }
        if (question.type() == Question.Type.CHOICE && options.size() > 1) {
            return Converted.faulty("You can specify at most one option for this question.");
        }
        for (Option option : options) {
            if (question.option(option.id()).isEmpty()) {
                return Converted.faulty("The specified option does not belong to this question.");
            }
        }
        return Converted.good(options.stream().map(o -> o.answer().in(language)).collect(Collectors.joining(", ")));
    }

    private static Converted<String> written(Question.Type type, String sent) {
        return switch (type) {
            case NUMBER -> read(NUMBER, sent).then(number -> Converted.good(sent));
            case YES_NO -> yesOrNo(sent);
            case DATE -> read(DAY, sent).then(day -> Converted.good(ApiText.day(day)));
            case TIME -> read(TIME, sent).then(time -> Converted.good(ApiText.time(time)));
            case DATE_TIME -> read(MOMENT, sent).then(moment -> Converted.good(moment(moment)));
            case TEXT, LONG_TEXT, FILE, COUNTRY, PHONE, CHOICE, MULTIPLE_CHOICE -> Converted.good(sent);
        };
    }

    private static <T> Converted<T> read(Type<T> type, String sent) {
        return type.read(JsonNodeFactory.instance.stringNode(sent), Reading.PLAIN);
    }

    private static Converted<String> yesOrNo(String sent) {
        if (YES.contains(sent)) {
            return Converted.good("True");
        }
        return NO.contains(sent)
                ? Converted.good("False")
                : Converted.faulty("Please specify \"true\" or \"false\" for boolean questions.");
    }

    /** Unlike everywhere else in the API: a blank, and the offset in digits. */
    private static String moment(Instant moment) {
        return ApiText.moment(moment).replace('T', ' ').replace("Z", "+00:00");
    }
}
