package org.gatebook.web.form.kind;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.function.Function;
import org.gatebook.web.form.python.PyMoment;
import org.gatebook.web.form.type.Converted;
import org.gatebook.web.form.type.Reading;
import org.gatebook.web.form.type.Type;
import org.gatebook.web.form.type.TypeDescription;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A date, a time or both, as text only. Without a distance from UTC a moment is taken as UTC; a bare date is midnight. */
record MomentType<T>(Function<String, @Nullable T> reader, String wrongFormat, String format) implements Type<T> {

    private static final String OUT_OF_RANGE = "Datetime value out of range.";

    static Type<Instant> moment() {
        return new MomentType<>(
                        PyMoment::moment,
                        "Datetime has wrong format. Use one of these formats instead:"
                                + " YYYY-MM-DDThh:mm[:ss[.uuuuuu]][+HH:MM|-HH:MM|Z].",
                        "date-time")
                .must(moment -> inRange(moment) ? null : OUT_OF_RANGE)
                .as(MomentType::instant);
    }

    static Type<LocalDate> date() {
        return new MomentType<>(
                PyMoment::date, "Date has wrong format. Use one of these formats instead: YYYY-MM-DD.", "date");
    }

    static Type<LocalTime> time() {
        return new MomentType<>(
                PyMoment::time,
                "Time has wrong format. Use one of these formats instead: hh:mm[:ss[.uuuuuu]].",
                "time");
    }

    @Override
    public Converted<T> convert(JsonNode value, Reading reading) {
        T read = value.isString() ? reader.apply(value.stringValue()) : null;
        return read == null ? Converted.faulty(wrongFormat) : Converted.good(read);
    }

    @Override
    public TypeDescription describe() {
        return TypeDescription.of("string", format);
    }

    private static Instant instant(PyMoment.Moment moment) {
        Instant local = moment.local().toInstant(ZoneOffset.UTC);
        return moment.offset() == null ? local : local.minus(moment.offset());
    }

    private static boolean inRange(PyMoment.Moment moment) {
        int year = instant(moment).atOffset(ZoneOffset.UTC).getYear();
        return year >= 1 && year <= 9999;
    }
}
