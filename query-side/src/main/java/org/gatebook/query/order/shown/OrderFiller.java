package org.gatebook.query.order.shown;

import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.order.OrderShape;
import org.gatebook.query.text.SlottedText;
import org.gatebook.web.form.ApiText;
import org.gatebook.web.page.Selection;

/** Fills the slots of one order. */
record OrderFiller(StoredOrder order, OrderShape shape, Selection selection, Surroundings surroundings)
        implements SlottedText.Filler {

    @Override
    public void slot(char slot, StringBuilder out) {
        switch (slot) {
            case OrderSlots.ORIGIN -> out.append(surroundings.origin());
            case OrderSlots.POSITIONS -> positions(out);
            case OrderSlots.DOWNLOADS -> downloads(out);
            case OrderSlots.LAST_MODIFIED ->
                out.append('"').append(ApiText.moment(order.lastModified())).append('"');
            default -> throw new IllegalStateException("no slot of an order: " + (int) slot);
        }
    }

    @Override
    public void part(char beginning, CharSequence part, StringBuilder out) {
        switch (beginning) {
            case OrderSlots.CANCELED_FEE -> {
                if (shape.canceledFees()) {
                    out.append(part);
                }
            }
            case OrderSlots.GIFT_CARD -> surroundings.giftCard(part, out);
            default -> throw new IllegalStateException("no part of an order: " + (int) beginning);
        }
    }

    private void positions(StringBuilder out) {
        out.append('[');
        if (selection.wants("positions")) {
            int begin = out.length();
            for (StoredLine line : order.lines()) {
                if (shape.canceledPositions() || !line.canceled()) {
                    out.append(out.length() == begin ? "" : ",");
                    PositionFiller.fill(line, order.head(), surroundings, out);
                }
            }
        }
        out.append(']');
    }

    private void downloads(StringBuilder out) {
        EventOffer offer = surroundings.offer(order.head().event());
        if (offer == null || !Downloads.areShown(order.head(), offer)) {
            out.append("[]");
        } else {
            String address = surroundings.eventAddress(order.head().event());
            surroundings.files(offer, address + "/orders/" + order.head().code(), out);
        }
    }
}
