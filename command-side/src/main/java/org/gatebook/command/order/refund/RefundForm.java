package org.gatebook.command.order.refund;

import static org.gatebook.web.form.kind.Types.choice;
import static org.gatebook.web.form.kind.Types.dateTime;
import static org.gatebook.web.form.kind.Types.flag;
import static org.gatebook.web.form.kind.Types.integer;
import static org.gatebook.web.form.kind.Types.json;
import static org.gatebook.web.form.kind.Types.money;
import static org.gatebook.web.form.kind.Types.text;

import java.math.BigDecimal;
import java.time.Instant;
import org.gatebook.api.order.RefundSource;
import org.gatebook.api.order.RefundState;
import org.gatebook.web.form.Field;
import org.gatebook.web.form.Form;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The body of a refund (behaviour notes, orders 19.3). */
final class RefundForm {

    static final Field<RefundState> STATE = Field.required("state", choice(RefundState.class, RefundState::code));
    static final Field<RefundSource> SOURCE = Field.required(
            "source",
            choice(RefundSource.class, RefundSource::code)
                    .must(source -> source != RefundSource.NOBODY, "\"\" is not a valid choice."));
    static final Field<BigDecimal> AMOUNT = Field.required("amount", money());
    static final Field<Long> PAYMENT = Field.optional("payment", integer()).nullable();
    static final Field<Instant> EXECUTION_DATE =
            Field.optional("execution_date", dateTime()).nullable();
    static final Field<String> PROVIDER = Field.required("provider", text().upTo(255));
    static final Field<JsonNode> INFO = Field.optional("info", json()).orElse(JsonNodeFactory.instance.objectNode());
    static final Field<String> COMMENT =
            Field.optional("comment", text().orBlank()).nullable();
    static final Field<Boolean> MARK_CANCELED =
            Field.optional("mark_canceled", flag()).orElse(false);
    static final Field<Boolean> MARK_REFUNDED = Field.optional("mark_refunded", flag());
    static final Field<Boolean> MARK_PENDING =
            Field.optional("mark_pending", flag()).orElse(false);

    static final Form FORM = Form.of(
            STATE,
            SOURCE,
            AMOUNT,
            PAYMENT,
            EXECUTION_DATE,
            PROVIDER,
            INFO,
            COMMENT,
            MARK_CANCELED,
            MARK_REFUNDED,
            MARK_PENDING);

    private RefundForm() {}
}
