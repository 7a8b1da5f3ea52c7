package org.gatebook.query.order.file;

import java.util.Map;

/**
 * What is printed on one ticket. Two tickets with equal pages look the same, so a page is also the name of its picture.
 *
 * @param number of the order and of the position in it
 * @param secret for the scanner
 */
record TicketPage(
        String event,
        String dates,
        String location,
        String product,
        String attendee,
        String seat,
        String number,
        String price,
        String secret) {

    /** The page of a position, from its texts (behaviour notes, orders 4.9). */
    static TicketPage of(Map<String, ?> texts) {
        return new TicketPage(
                text(texts, "event_name"),
                text(texts, "event_date_range"),
                text(texts, "event_location"),
                text(texts, "itemvar"),
                text(texts, "attendee_name"),
                text(texts, "seat"),
                text(texts, "order_positionid"),
                text(texts, "price"),
                text(texts, "secret"));
    }

    private static String text(Map<String, ?> texts, String key) {
        return texts.get(key) instanceof String text ? text : "";
    }
}
