package org.gatebook.web.form.kind;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.gatebook.web.error.FieldErrors;
import org.gatebook.web.form.python.PyNumber;
import org.gatebook.web.form.python.PyText;
import org.gatebook.web.form.type.Converted;
import org.gatebook.web.form.type.Reading;
import org.gatebook.web.form.type.Type;
import org.gatebook.web.form.type.TypeDescription;
import tools.jackson.databind.JsonNode;

/** A whole number, as text or number; {@code 3.0} is one, {@code true} is none. Immutable. */
public final class IntegerType implements Type<Long> {

    private static final Pattern ZEROS_AFTER_POINT = Pattern.compile("\\.0*\\s*$");
    private static final int LONGEST_TEXT = 1000;

    private final BigInteger least;
    private final BigInteger greatest;

    private IntegerType(BigInteger least, BigInteger greatest) {
        this.least = least;
        this.greatest = greatest;
    }

    static IntegerType any() {
        return new IntegerType(BigInteger.valueOf(Long.MIN_VALUE), BigInteger.valueOf(Long.MAX_VALUE));
    }

    /** Not less than this. */
    public IntegerType atLeast(long limit) {
        return new IntegerType(BigInteger.valueOf(limit), greatest);
    }

    /** Not more than this. */
    public IntegerType atMost(long limit) {
        return new IntegerType(least, BigInteger.valueOf(limit));
    }

    /** The value as a number; one that no {@code long} can hold ends at the nearest that does. */
    @Override
    public Converted<Long> convert(JsonNode value, Reading reading) {
        return whole(value).then(number -> Converted.good(clamped(number)));
    }

    @Override
    public Converted<Long> read(JsonNode value, Reading reading) {
        return whole(value).then(this::limited);
    }

    @Override
    public TypeDescription describe() {
        return TypeDescription.of("integer", null);
    }

    private static Converted<BigInteger> whole(JsonNode value) {
        if (value.isString() && value.stringValue().length() > LONGEST_TEXT) {
            return Converted.faulty("String value too large.");
        }
        BigInteger number =
                PyNumber.integer(ZEROS_AFTER_POINT.matcher(PyText.str(value)).replaceFirst(""));
        return number == null ? Converted.faulty("A valid integer is required.") : Converted.good(number);
    }

    private Converted<Long> limited(BigInteger number) {
        List<String> faults = new ArrayList<>();
        if (number.compareTo(greatest) > 0) {
            faults.add("Ensure this value is less than or equal to " + greatest + ".");
        }
        if (number.compareTo(least) < 0) {
            faults.add("Ensure this value is greater than or equal to " + least + ".");
        }
        return faults.isEmpty() ? Converted.good(clamped(number)) : Converted.faulty(new FieldErrors.Texts(faults));
    }

    private static Long clamped(BigInteger number) {
        return number.min(BigInteger.valueOf(Long.MAX_VALUE))
                .max(BigInteger.valueOf(Long.MIN_VALUE))
                .longValueExact();
    }
}
