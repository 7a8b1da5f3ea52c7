package org.gatebook.web.form.kind;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.gatebook.web.error.FieldErrors;
import org.gatebook.web.form.python.PyNumber;
import org.gatebook.web.form.python.PyText;
import org.gatebook.web.form.type.Converted;
import org.gatebook.web.form.type.Reading;
import org.gatebook.web.form.type.Type;
import org.gatebook.web.form.type.TypeDescription;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A decimal number of limited width, as text or number. The limits are asked in this order and the first broken one is
 * told: all digits, digits after the point, digits before it; zeros count as they are written. What is read has
 * exactly the allowed places. Immutable.
 */
public final class DecimalType implements Type<BigDecimal> {

    private static final String NO_NUMBER = "A valid number is required.";
    private static final int LONGEST_TEXT = 1000;

    private final int digits;
    private final int places;
    private final @Nullable BigDecimal least;
    private final @Nullable BigDecimal greatest;

    private DecimalType(int digits, int places, @Nullable BigDecimal least, @Nullable BigDecimal greatest) {
        this.digits = digits;
        this.places = places;
        this.least = least;
        this.greatest = greatest;
    }

    static DecimalType of(int digits, int places) {
        return new DecimalType(digits, places, null, null);
    }

    /** Not less than this; the message shows it as written here. */
    public DecimalType atLeast(String limit) {
        return new DecimalType(digits, places, new BigDecimal(limit), greatest);
    }

    /** Not more than this; the message shows it as written here. */
    public DecimalType atMost(String limit) {
        return new DecimalType(digits, places, least, new BigDecimal(limit));
    }

    @Override
    public Converted<BigDecimal> convert(JsonNode value, Reading reading) {
        String sent = PyText.strip(PyText.str(value));
        if (sent.length() > LONGEST_TEXT) {
            return Converted.faulty("String value too large.");
        }
        BigDecimal number = PyNumber.decimal(sent);
        if (number == null) {
            return Converted.faulty(NO_NUMBER);
        }
        String tooWide = tooWide(number);
        return tooWide == null
                ? Converted.good(number.setScale(places, RoundingMode.UNNECESSARY))
                : Converted.faulty(tooWide);
    }

    @Override
    public Converted<BigDecimal> read(JsonNode value, Reading reading) {
        return convert(value, reading).then(this::limited);
    }

    @Override
    public boolean meansNull(JsonNode value, boolean nullable) {
        return value.isNull()
                || (nullable
                        && value.isString()
                        && PyText.strip(value.stringValue()).isEmpty());
    }

    @Override
    public TypeDescription describe() {
        return TypeDescription.of("string", "decimal");
    }

    private @Nullable String tooWide(BigDecimal number) {
        int written = number.precision();
        int scale = number.scale();
        int after = Math.max(scale, 0);
        int before = scale <= 0 ? written - scale : Math.max(written - scale, 0);
        int all = scale <= 0 ? before : Math.max(written, scale);
        if (all > digits) {
            return "Ensure that there are no more than " + digits + " digits in total.";
        }
        if (after > places) {
            return "Ensure that there are no more than " + places + " decimal places.";
        }
        if (before > digits - places) {
            return "Ensure that there are no more than " + (digits - places) + " digits before the decimal point.";
        }
        return null;
    }

    private Converted<BigDecimal> limited(BigDecimal number) {
        List<String> faults = new ArrayList<>();
        if (greatest != null && number.compareTo(greatest) > 0) {
            faults.add("Ensure this value is less than or equal to " + greatest.toPlainString() + ".");
        }
        if (least != null && number.compareTo(least) < 0) {
            faults.add("Ensure this value is greater than or equal to " + least.toPlainString() + ".");
        }
        return faults.isEmpty() ? Converted.good(number) : Converted.faulty(new FieldErrors.Texts(faults));
    }
}
