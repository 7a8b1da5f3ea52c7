package org.gatebook.command.order.resource;

import static org.gatebook.web.form.Field.optional;
import static org.gatebook.web.form.Field.required;
import static org.gatebook.web.form.kind.Types.flag;
import static org.gatebook.web.form.kind.Types.money;
import static org.gatebook.web.form.kind.Types.text;

import org.gatebook.web.form.Field;
import org.gatebook.web.form.Form;

/**
 * The bodies of actions on orders, for the description of the API. They are read value by value, as the reference does,
 * and not by these forms.
 */
public final class ActionBodies {

    private static final Field<Boolean> SEND_EMAIL = optional("send_email", flag());

    /** Whether the buyer is told. */
    static final Form TELLING = Form.of(SEND_EMAIL);

    /** Why something was done. */
    static final Form COMMENT = Form.of(SEND_EMAIL, optional("comment", text().orBlank()));

    /** Why, and what the client keeps. */
    static final Form CANCELLATION = Form.of(
            SEND_EMAIL,
            optional("comment", text().orBlank()),
            optional("cancellation_fee", money()).nullable());

    /** A new day to pay by. */
    static final Form EXTENSION = Form.of(required("expires", text()), optional("force", flag()));

    /** Whether places are given that there are not. */
    static final Form CONFIRMATION = Form.of(SEND_EMAIL, optional("force", flag()));

    /** What becomes of the order when a refund is done; the second name is the older one. */
    static final Form AFTER_REFUND = Form.of(optional("mark_canceled", flag()), optional("mark_refunded", flag()));

    /** How much of a payment goes back; all of it unless said. */
    static final Form REFUND = Form.of(
            optional("amount", money()),
            optional("mark_canceled", flag()),
            optional("mark_refunded", flag()),
            optional("mark_pending", flag()));

    private ActionBodies() {}
}
