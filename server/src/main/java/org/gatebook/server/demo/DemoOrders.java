package org.gatebook.server.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Sells orders in all states, always the same: of each ten, seven are paid, one waits for its money, one is expired or
 * cancelled, and one has one of the rarer fates.
 */
final class DemoOrders {

    private final DemoEvent event;
    private final String prefix;

    /** @param prefix one letter that order codes begin with */
    DemoOrders(DemoEvent event, String prefix) {
        this.event = event;
        this.prefix = prefix;
    }

    /** What becomes of an order. */
    enum Fate {
        PAID,
        PENDING,
        EXPIRED,
        CANCELED,
        TO_BE_APPROVED;

        static Fate of(int number) {
            return switch (number % 10) {
                case 3 -> PENDING;
                case 6 -> number % 20 == 6 ? EXPIRED : CANCELED;
                case 9 -> number % 30 == 9 ? TO_BE_APPROVED : PENDING;
                default -> PAID;
            };
        }
    }

    /**
     * What is bought.
     *
     * @param addonTo rank of the main position that it is an add-on of; null for main positions
     */
    record Position(
            long item,
            @Nullable Long variation,
            @Nullable Long date,
            @Nullable Integer addonTo) {

        static Position of(long item) {
            return new Position(item, null, null, null);
        }

        static Position of(long item, long variation) {
            return new Position(item, variation, null, null);
        }

        static Position on(long date, long item) {
            return new Position(item, null, date, null);
        }

        static Position addOn(long item, int addonTo) {
            return new Position(item, null, null, addonTo);
        }
    }

    /** The code of the order of this number. */
    String code(int number) {
        return "%s%04d".formatted(prefix, number);
    }

    /** The secret of a ticket. */
    String secret(int number, int position) {
        return "%s-%04d-%d".formatted(event.slug(), number, position);
    }

    /** Sells an order and lets it come to its fate. */
    void sell(int number, List<Position> positions) {
        Fate fate = Fate.of(number);
        Map<String, @Nullable Object> order = new LinkedHashMap<>();
        order.put("code", code(number));
        order.put("email", DemoPeople.email(number));
        order.put("locale", "en");
        order.put("sales_channel", "web");
        order.put("status", fate == Fate.PAID ? "p" : "n");
        order.put("require_approval", fate == Fate.TO_BE_APPROVED);
        if (fate != Fate.TO_BE_APPROVED) {
            order.put("payment_provider", number % 3 == 0 ? "manual" : "banktransfer");
        }
        order.put("positions", rows(number, positions));
        DemoShop shop = event.shop();
        String orders = event.path() + "orders/";
        shop.postUnlessRefused(orders, order);
        switch (fate) {
            case EXPIRED -> shop.postUnlessRefused(orders + code(number) + "/mark_expired/", Map.of());
            case CANCELED ->
                shop.postUnlessRefused(orders + code(number) + "/mark_canceled/", Map.of("send_email", false));
            case PAID, PENDING, TO_BE_APPROVED -> {}
        }
    }

    /** The order of this number as it is now. */
    JsonNode find(int number) {
        return event.shop().find(event.path() + "orders/" + code(number) + "/").orElseThrow();
    }

    private List<Map<String, @Nullable Object>> rows(int number, List<Position> positions) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (Position position : positions) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            int rank = rows.size() + 1;
            row.put("positionid", rank);
            row.put("item", position.item());
            row.put("variation", position.variation());
            if (position.date() != null) {
                row.put("subevent", position.date());
            }
            row.put("secret", secret(number, rank));
            if (position.addonTo() == null) {
                row.put("attendee_name_parts", DemoPeople.name(number + rank - 1));
            } else {
                row.put("addon_to", position.addonTo());
            }
            rows.add(row);
        }
        return rows;
    }
}
