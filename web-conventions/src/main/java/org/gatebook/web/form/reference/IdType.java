package org.gatebook.web.form.reference;

import java.math.BigInteger;
import org.gatebook.web.form.python.PyNumber;
import org.gatebook.web.form.python.PyText;
import org.gatebook.web.form.type.Converted;
import org.gatebook.web.form.type.Reading;
import org.gatebook.web.form.type.Relation;
import org.gatebook.web.form.type.Type;
import org.gatebook.web.form.type.TypeDescription;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An object referred to by its id, as number or text; messages show the id as it was sent. An empty text is null.
 *
 * @param byId what the id belongs to
 * @param byText where texts lead instead, when they are secrets and no ids; null when texts hold ids
 */
record IdType<T>(Relation<Long, T> byId, @Nullable Relation<String, T> byText) implements Type<T> {

    private static final BigInteger GREATEST_ID = BigInteger.valueOf(Long.MAX_VALUE);

    @Override
    public Converted<T> convert(JsonNode value, Reading reading) {
        T found;
        if (byText != null && value.isString()) {
            found = value.stringValue().indexOf('\0') < 0 ? reading.lookups().find(byText, value.stringValue()) : null;
        } else if (value.isNull()) {
            found = null;
        } else {
            BigInteger id = id(value);
            if (id == null) {
                return Converted.faulty("Incorrect type. Expected pk value, received " + PyText.typeName(value) + ".");
            }
            boolean possible = id.signum() >= 0 && id.compareTo(GREATEST_ID) <= 0;
            found = possible ? reading.lookups().find(byId, id.longValueExact()) : null;
        }
        return found == null
                ? Converted.faulty("Invalid pk \"" + PyText.str(value) + "\" - object does not exist.")
                : Converted.good(found);
    }

    @Override
    public boolean meansNull(JsonNode value, boolean nullable) {
        return value.isNull() || (value.isString() && value.stringValue().isEmpty());
    }

    @Override
    public TypeDescription describe() {
        return TypeDescription.of("integer", null);
    }

    private @Nullable BigInteger id(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> PyNumber.integer(value.stringValue());
            case NUMBER -> {
                if (value.isIntegralNumber()) {
                    yield value.bigIntegerValue();
                }
                double number = PyNumber.floatValue(value);
                yield byText != null || Double.isInfinite(number) ? null : BigInteger.valueOf((long) number);
            }
            default -> null;
        };
    }
}
