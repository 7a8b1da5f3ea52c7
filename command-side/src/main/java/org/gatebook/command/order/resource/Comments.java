package org.gatebook.command.order.resource;

import static org.gatebook.web.form.kind.Types.text;

import org.gatebook.api.order.OrderId;
import org.gatebook.api.personal.Personal;
import org.gatebook.web.form.SingleValue;
import org.gatebook.web.request.RequestBody;
import org.jspecify.annotations.Nullable;

/** What a buyer is told about the end of an order. */
public final class Comments {

    private Comments() {}

    /**
     * The comment in the body, sealed under the order; null if there is none.
     *
     * @throws org.gatebook.web.error.Rejected with 400 if it is no text
     */
    public static @Nullable Personal<String> read(RequestBody body, OrderId order) {
        String comment = SingleValue.of(body, "comment", text().orBlank(), "");
        return comment.isEmpty() ? null : Personal.of(order.subject(), comment);
    }
}
