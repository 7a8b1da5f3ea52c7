package org.gatebook.web.form.world;

import static org.gatebook.web.form.kind.Types.json;

import java.math.BigDecimal;
import org.gatebook.web.form.python.PyNumber;
import org.gatebook.web.form.python.PyText;
import org.gatebook.web.form.type.Type;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Where on earth something is, in degrees. */
final class Coordinates {

    private Coordinates() {}

    static Type<JsonNode> latitude() {
        return degrees(90);
    }

    static Type<JsonNode> longitude() {
        return degrees(180);
    }

    private static Type<JsonNode> degrees(int most) {
        return json().must(sent -> {
                    BigDecimal number = number(sent);
                    if (number == null) {
                        return "A valid number is required.";
                    }
                    if (number.compareTo(BigDecimal.valueOf(most)) > 0) {
                        return "Ensure this value is less than or equal to " + most + ".";
                    }
                    return number.compareTo(BigDecimal.valueOf(-most)) < 0
                            ? "Ensure this value is greater than or equal to -" + most + "."
                            : null;
                })
                .as(sent -> JsonNodeFactory.instance.numberNode(number(sent)));
    }

    private static @Nullable BigDecimal number(JsonNode sent) {
        return sent.isNumber() || sent.isString() ? PyNumber.decimal(PyText.str(sent)) : null;
    }
}
