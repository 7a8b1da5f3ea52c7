package org.gatebook.command.order.mail;

import org.gatebook.web.form.SingleValue;
import org.gatebook.web.request.RequestBody;
import tools.jackson.databind.JsonNode;

/**
 * What an action's body says about telling people: they are told unless it says no (behaviour notes, orders 14.1). As in
 * the reference nothing that is sent here is wrong.
 */
public final class SendEmail {

    private SendEmail() {}

    /** Whether people are to be told. */
    public static boolean read(RequestBody body) {
        JsonNode sent = SingleValue.raw(body, "send_email");
        if (sent.isMissingNode()) {
            return true;
        }
        return switch (sent.getNodeType()) {
            case BOOLEAN -> sent.booleanValue();
            case NUMBER -> sent.decimalValue().signum() != 0;
            case STRING -> isYes(sent.stringValue());
            case ARRAY, OBJECT -> !sent.isEmpty();
            case NULL, MISSING, POJO, BINARY -> false;
        };
    }

    /** Unlike in the reference, to which every text is a yes: pairs of a form have no other way to say no. */
    private static boolean isYes(String text) {
        return switch (text) {
            case "", "0", "false", "False" -> false;
            default -> true;
        };
    }
}
