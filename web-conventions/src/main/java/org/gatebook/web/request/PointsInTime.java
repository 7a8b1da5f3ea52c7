package org.gatebook.web.request;

import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import org.gatebook.eventstore.AsOf;
import org.gatebook.eventstore.past.PastReads;
import org.gatebook.eventstore.past.PastReads.NotYet;
import org.gatebook.web.error.ApiError;
import org.gatebook.web.form.python.PyMoment;
import org.gatebook.web.form.python.PyNumber;
import org.gatebook.web.form.python.PyText;
import org.jspecify.annotations.Nullable;
import org.springframework.util.function.SingletonSupplier;

/**
 * Points of the past as parameters of an address name them: by the position of an event, or by a moment. What names none,
 * or one that is still to come, is 400 with an error of that parameter.
 */
public final class PointsInTime {

    private static final int LONGEST = 63;

    private final SingletonSupplier<PastReads> past;

    /** @param past empty where no past is kept */
    public PointsInTime(SingletonSupplier<PastReads> past) {
        this.past = past;
    }

    /** After the event at the position that a parameter names. */
    public AsOf position(String parameter, String text) {
        Long position = number(text);
        if (position == null) {
            throw ApiError.field(parameter, "Enter the position of an event.").rejected();
        }
        return passed(parameter, () -> reads().at(position));
    }

    /** At the moment that a parameter names; UTC if it names no offset. */
    public AsOf moment(String parameter, String text) {
        PyMoment.Moment moment = PyMoment.moment(PyText.strip(text));
        if (moment == null) {
            throw ApiError.field(parameter, "Enter a valid date/time.").rejected();
        }
        Instant local = moment.local().toInstant(ZoneOffset.UTC);
        Instant instant = moment.offset() == null ? local : local.minus(moment.offset());
        return passed(parameter, () -> reads().at(instant));
    }

    /** Whether the text names a position rather than a moment. */
    public static boolean isPosition(String text) {
        return number(text) != null;
    }

    /** A number that may be a position; null if it is none. */
    public static @Nullable Long number(String text) {
        BigInteger number = PyNumber.integer(PyText.strip(text));
        return number == null || number.signum() < 0 || number.bitLength() > LONGEST ? null : number.longValueExact();
    }

    /** The past, or 400 where none is kept. */
    public PastReads reads() {
        PastReads kept = past.get();
        if (kept == null) {
            throw ApiError.detail(400, "This server does not keep the past.").rejected();
        }
        return kept;
    }

    private static AsOf passed(String parameter, Supplier<AsOf> point) {
        try {
            return point.get();
        } catch (NotYet notYet) {
            throw ApiError.field(parameter, String.valueOf(notYet.getMessage())).rejected();
        }
    }
}
