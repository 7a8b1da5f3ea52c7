package org.gatebook.web.form.kind;

import java.util.Locale;
import java.util.Set;
import org.gatebook.web.form.python.PyNumber;
import org.gatebook.web.form.type.Converted;
import org.gatebook.web.form.type.Pairs;
import org.gatebook.web.form.type.Reading;
import org.gatebook.web.form.type.Type;
import org.gatebook.web.form.type.TypeDescription;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** True or false, in many spellings. In a form of pairs a flag that is not sent is false, as browsers send them. */
record FlagType() implements Type<Boolean> {

    private static final Set<String> YES = Set.of("t", "y", "yes", "true", "on", "1");
    private static final Set<String> NO = Set.of("f", "n", "no", "false", "off", "0");
    private static final Set<String> NEITHER = Set.of("null", "");

    @Override
    public Converted<Boolean> convert(JsonNode value, Reading reading) {
        if (value.isBoolean()) {
            return Converted.good(value.booleanValue());
        }
        String word = word(value);
        if (YES.contains(word)) {
            return Converted.good(true);
        }
        return NO.contains(word) ? Converted.good(false) : Converted.faulty("Must be a valid boolean.");
    }

    @Override
    public boolean meansNull(JsonNode value, boolean nullable) {
        return value.isNull() || (nullable && value.isString() && NEITHER.contains(word(value)));
    }

    @Override
    public JsonNode fromPairs(Pairs pairs, String name) {
        JsonNode sent = pairs.text(name);
        return sent.isMissingNode() && !pairs.partial() ? JsonNodeFactory.instance.booleanNode(false) : sent;
    }

    @Override
    public TypeDescription describe() {
        return TypeDescription.of("boolean", null);
    }

    private static String word(JsonNode value) {
        if (value.isString()) {
            return value.stringValue().toLowerCase(Locale.ROOT);
        }
        if (value.isNumber()) {
            double number =
                    value.isIntegralNumber() ? value.bigIntegerValue().doubleValue() : PyNumber.floatValue(value);
            return number == 1 ? "1" : number == 0 ? "0" : "neither";
        }
        return "neither";
    }
}
