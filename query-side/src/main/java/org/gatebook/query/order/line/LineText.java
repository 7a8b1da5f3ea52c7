package org.gatebook.query.order.line;

import org.gatebook.api.order.Attendee;
import org.gatebook.query.order.shown.OrderSlots;
import org.gatebook.query.text.JsonText;

/** Writes a position as the API shows it (behaviour notes, orders 4.6), with slots for what is known later. */
final class LineText {

    private static final int USUAL_LENGTH = 800;

    private LineText() {}

    static String of(LineView line) {
        Attendee attendee = line.attendee();
        StringBuilder text = new StringBuilder(USUAL_LENGTH);
        JsonText.object(text)
                .put("id", line.id())
                .open("order", OrderSlots.ORDER)
                .put("positionid", line.positionid())
                .put("item", line.item())
                .put("variation", line.variation())
                .put("price", line.price())
                .put("attendee_name", line.attendeeName())
                .putValue("attendee_name_parts", attendee.nameParts())
                .put("company", attendee.company())
                .put("street", attendee.street())
                .put("zipcode", attendee.zipcode())
                .put("city", attendee.city())
                .put("country", attendee.country())
                .put("state", attendee.state())
                .put("discount", line.discount())
                .put("attendee_email", attendee.email())
                .put("voucher", line.voucher())
                .put("tax_rate", line.taxRate())
                .put("tax_value", line.taxValue())
                .open("secret", OrderSlots.SECRET)
                .put("addon_to", line.addonTo())
                .put("subevent", line.subevent())
                .open("checkins", OrderSlots.CHECKINS)
                .open("downloads", OrderSlots.DOWNLOADS)
                .open("answers", OrderSlots.ANSWERS)
                .put("tax_rule", line.taxRule())
                .openKeys(OrderSlots.PSEUDONYM_AND_TEXTS)
                .open("seat", OrderSlots.SEAT)
                .put("canceled", line.canceled())
                .openKeys(OrderSlots.VALIDITY)
                .put("voucher_budget_use", line.voucherBudgetUse())
                .end();
        return text.toString();
    }
}
