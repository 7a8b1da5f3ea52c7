package org.gatebook.server.demo;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An event of the demo in the making. It goes live last, which says that all of it is there. */
final class DemoEvent {

    private final DemoShop shop;
    private final String slug;

    DemoEvent(DemoShop shop, String slug) {
        this.shop = shop;
        this.slug = slug;
    }

    String slug() {
        return slug;
    }

    DemoShop shop() {
        return shop;
    }

    /** Where its parts are. */
    String path() {
        return "events/" + slug + "/";
    }

    boolean isLive() {
        return shop.find(path()).map(event -> event.get("live").asBoolean()).orElse(false);
    }

    void goLive() {
        shop.patch(path(), Map.of("live", true));
    }

    /** @param series whether it has dates of its own */
    void begin(String name, Instant from, @Nullable Instant to, boolean series) {
        if (shop.find(path()).isPresent()) {
            return;
        }
        Map<String, @Nullable Object> event = new LinkedHashMap<>();
        event.put("name", text(name));
        event.put("slug", slug);
        event.put("currency", "EUR");
        event.put("date_from", from.toString());
        event.put("date_to", to == null ? null : to.toString());
        event.put("has_subevents", series);
        event.put("is_public", true);
        event.put(
                "plugins",
                List.of(
                        "pretix.plugins.banktransfer",
                        "pretix.plugins.manualpayment",
                        "pretix.plugins.ticketoutputpdf"));
        shop.post("events/", event);
    }

    /** A tax that is in the prices; answers its number. */
    long tax(String rate) {
        return id(shop.ensureNamed(path() + "taxrules/", Map.of("name", text("VAT"), "rate", rate)));
    }

    /** A product; answers its number. */
    long item(String name, String price, boolean admission, @Nullable Long tax, @Nullable Long category) {
        Map<String, @Nullable Object> item = new LinkedHashMap<>();
        item.put("name", text(name));
        item.put("default_price", price);
        item.put("admission", admission);
        item.put("tax_rule", tax);
        item.put("category", category);
        return id(shop.ensureNamed(path() + "items/", item));
    }

    /** So many places for these products. */
    void quota(String name, int size, List<Long> items, List<Long> variations, @Nullable Long date) {
        Map<String, @Nullable Object> quota = new LinkedHashMap<>();
        quota.put("name", name);
        quota.put("size", size);
        quota.put("items", items);
        quota.put("variations", variations);
        quota.put("subevent", date);
        shop.ensureNamed(path() + "quotas/", quota);
    }

    static Map<String, String> text(String english) {
        return Map.of("en", english);
    }

    static long id(JsonNode resource) {
        return resource.get("id").asLong();
    }
}
