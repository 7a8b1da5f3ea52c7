package org.gatebook.server.demo;

import static org.gatebook.server.demo.DemoEvent.id;
import static org.gatebook.server.demo.DemoEvent.text;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gatebook.server.demo.DemoOrders.Position;
import tools.jackson.databind.JsonNode;

/** The festival: weekend tickets for adults and children, day tickets, extras, and the scans of its first evening. */
final class DemoNights {

    /** Paid ones, whose buyers have the wristbands. */
    private static final int[] WRISTBAND_ORDERS = {1, 2, 4, 5, 7};

    private final DemoEvent event;
    private final DemoOrders orders;
    private final int count;

    /** @param count how many orders it has */
    DemoNights(DemoEvent event, int count) {
        this.event = event;
        this.count = count;
        this.orders = new DemoOrders(event, "N");
    }

    void load(Instant opening, Instant end) {
        event.begin("Riverside Nights", opening, end, false);
        long tax = event.tax("19.00");
        long extras = id(event.shop()
                .ensureNamed(
                        event.path() + "categories/", Map.of("name", text("Extras"), "position", 1, "is_addon", true)));
        JsonNode weekend = weekend(tax, extras);
        long adult = id(weekend.get("variations").get(0));
        long child = id(weekend.get("variations").get(1));
        long friday = event.item("Friday ticket", "39.00", true, tax, null);
        long locker = event.item("Locker", "8.00", false, tax, extras);
        long shirt = event.item("Festival shirt", "22.00", false, tax, extras);
        long parking = event.item("Parking", "12.00", false, tax, null);
        event.quota("Weekend", 600, List.of(id(weekend)), List.of(adult, child), null);
        event.quota("Friday", 300, List.of(friday), List.of(), null);
        event.quota("Lockers", 150, List.of(locker), List.of(), null);
        event.quota("Shirts and parking", 1000, List.of(shirt, parking), List.of(), null);
        for (int number = 1; number <= count; number++) {
            List<Position> positions = new ArrayList<>();
            positions.add(number % 4 == 0 ? Position.of(friday) : Position.of(id(weekend), adult));
            if (number % 3 == 1) {
                positions.add(Position.addOn(locker, 1));
            }
            if (number % 5 == 1) {
                positions.add(Position.of(id(weekend), child));
            }
            if (number % 7 == 2) {
                positions.add(Position.of(shirt));
            }
            if (number % 6 == 5) {
                positions.add(Position.of(parking));
            }
            orders.sell(number, positions);
        }
        linkWristbands();
        scanFirstEvening(ground(id(weekend), friday), opening);
        event.goLive();
    }

    private JsonNode weekend(long tax, long extras) {
        return event.shop()
                .ensureNamed(
                        event.path() + "items/",
                        Map.of(
                                "name",
                                text("Weekend ticket"),
                                "default_price",
                                "89.00",
                                "admission",
                                true,
                                "tax_rule",
                                tax,
                                "variations",
                                List.of(variation("Adult", "89.00"), variation("Under 16", "45.00")),
                                "addons",
                                List.of(Map.of(
                                        "addon_category", extras,
                                        "min_count", 0,
                                        "max_count", 2,
                                        "position", 0))));
    }

    private static Map<String, Object> variation(String name, String price) {
        return Map.of("value", text(name), "default_price", price, "active", true);
    }

    private long ground(long weekend, long friday) {
        return id(event.shop()
                .ensureNamed(
                        event.path() + "checkinlists/",
                        Map.of(
                                "name",
                                "Festival ground",
                                "all_products",
                                false,
                                "limit_products",
                                List.of(weekend, friday),
                                "allow_entry_after_exit",
                                true)));
    }

    private void linkWristbands() {
        DemoShop shop = event.shop();
        for (int rank = 0; rank < WRISTBAND_ORDERS.length; rank++) {
            String identifier = DemoOrganizer.RIVERSIDE.wristbands().get(rank);
            JsonNode medium = shop.post("reusablemedia/lookup/", Map.of("type", "barcode", "identifier", identifier))
                    .get("result");
            JsonNode order = orders.find(WRISTBAND_ORDERS[rank]);
            shop.patch(
                    "reusablemedia/" + id(medium) + "/",
                    Map.of("linked_orderposition", id(order.get("positions").get(0))));
        }
    }

    /** Half of the tickets came; some were shown twice, some left again, and some were not paid. */
    private void scanFirstEvening(long list, Instant opening) {
        for (int number = 1; number <= count; number += 2) {
            String secret = orders.secret(number, 1);
            scan(secret, list, opening.plusSeconds(30L * number), "entry", number + "a");
            if (number % 9 == 0) {
                scan(secret, list, opening.plusSeconds(30L * number + 90), "entry", number + "b");
            }
            if (number % 5 == 0) {
                scan(secret, list, opening.plusSeconds(14_000 + 10L * number), "exit", number + "c");
            }
        }
    }

    /** The nonce lets a scan that an earlier start has made count once. */
    private void scan(String secret, long list, Instant at, String type, String nonce) {
        event.shop()
                .postUnlessRefused(
                        "checkinrpc/redeem/",
                        Map.of(
                                "secret",
                                secret,
                                "lists",
                                List.of(list),
                                "datetime",
                                at.toString(),
                                "type",
                                type,
                                "nonce",
                                "demo-" + nonce));
    }
}
