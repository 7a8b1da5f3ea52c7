package org.gatebook.command.giftcard.transact;

import static org.gatebook.web.form.Field.optional;
import static org.gatebook.web.form.Field.required;
import static org.gatebook.web.form.kind.Types.json;
import static org.gatebook.web.form.kind.Types.money;
import static org.gatebook.web.form.kind.Types.text;

import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.giftcard.CardAmount;
import org.gatebook.api.giftcard.CardTransaction;
import org.gatebook.web.form.Form;
import org.gatebook.web.form.SingleValue;
import org.gatebook.web.request.RequestBody;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The body of a transaction. The reference reads it value by value, without a form: the first wrong value ends it, and
 * errors are bare lists (behaviour notes, gift cards 1.7).
 */
final class TransactionForm {

    /** Numbers are kept as they were written, so that a rebuild from the stored event finds the same JSON again. */
    private static final JsonMapper EXACT = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** For the description of the API; nothing is read by it. */
    static final Form FORM = Form.of(
            required("value", money()).meaning("What is put on the card; negative to take it."),
            optional("text", text()).meaning("What it was for."),
            optional("info", json()).meaning("Any JSON of the client's."));

    private TransactionForm() {}

    /**
     * The transaction that the body asks for.
     *
     * @throws org.gatebook.web.error.Rejected with 400
     */
    static CardTransaction read(RequestBody body, long id, OrganizerSlug acceptor) {
        var amount = new CardAmount(SingleValue.of(body, "value", money()));
        String text = SingleValue.of(body, "text", text(), "");
        JsonNode info = SingleValue.of(body, "info", json(), JsonNodeFactory.instance.objectNode());
        return new CardTransaction(id, amount, acceptor, text, plain(info), null);
    }

    private static @Nullable Object plain(JsonNode info) {
        return info.isNull() ? null : EXACT.readValue(EXACT.writeValueAsString(info), Object.class);
    }
}
