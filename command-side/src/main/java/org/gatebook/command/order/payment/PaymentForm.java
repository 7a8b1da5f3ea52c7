package org.gatebook.command.order.payment;

import static org.gatebook.web.form.kind.Types.choice;
import static org.gatebook.web.form.kind.Types.dateTime;
import static org.gatebook.web.form.kind.Types.flag;
import static org.gatebook.web.form.kind.Types.json;
import static org.gatebook.web.form.kind.Types.money;
import static org.gatebook.web.form.kind.Types.text;

import java.math.BigDecimal;
import java.time.Instant;
import org.gatebook.api.order.PaymentState;
import org.gatebook.web.form.Field;
import org.gatebook.web.form.Form;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The body of a payment (behaviour notes, orders 18.3). */
final class PaymentForm {

    static final Field<PaymentState> STATE = Field.required("state", choice(PaymentState.class, PaymentState::code));
    static final Field<BigDecimal> AMOUNT = Field.required("amount", money());
    static final Field<Instant> PAYMENT_DATE =
            Field.optional("payment_date", dateTime()).nullable();
    static final Field<String> PROVIDER = Field.required("provider", text().upTo(255));
    static final Field<JsonNode> INFO = Field.optional("info", json()).orElse(JsonNodeFactory.instance.objectNode());
    static final Field<Boolean> SEND_EMAIL =
            Field.optional("send_email", flag()).orElse(true);
    static final Field<Boolean> FORCE = Field.optional("force", flag()).orElse(false);

    static final Form FORM = Form.of(STATE, AMOUNT, PAYMENT_DATE, PROVIDER, INFO, SEND_EMAIL, FORCE);

    private PaymentForm() {}
}
