package org.gatebook.query.checkin.pretixdroid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.offer.Item;
import org.gatebook.api.order.OrderStatus;
import org.gatebook.query.order.shown.StoredPosition;
import org.jspecify.annotations.Nullable;

/**
 * A ticket in the lists of devices.
 *
 * @param name its own, else that of the main position, else that on the invoice
 * @param scanned whether it was ever let in or out by the list
 * @param addons what belongs to it, what was cancelled included
 */
record ListedRow(
        String secret,
        String order,
        OrderStatus status,
        boolean attention,
        Product product,
        @Nullable String name,
        boolean scanned,
        List<Product> addons) {

    /** A product or one of its variations. */
    record Product(long item, @Nullable Long variation) {

        private static Product read(String text) {
            int colon = text.indexOf(':');
            return new Product(
                    Long.parseLong(text, 0, colon, 10),
                    colon == text.length() - 1 ? null : Long.valueOf(text.substring(colon + 1)));
        }
    }

    /** Where rows come from in SQL; {@code p} is the main position. */
    static final String SOURCE = StoredPosition.SOURCE_WITH_MAIN;

    /** Columns that only rows of lists have; the list is {@code :list}. */
    static final String OWN_COLUMNS = """
        l.item, coalesce(l.attendee_name, p.attendee_name, nullif(o.invoice_name, '')) as name,
        exists (select from checkin c where c.ticket = l.id and c.list = :list and c.successful) as scanned,
        (select string_agg(a.item || ':' || coalesce(a.variation::text, ''), ',' order by a.positionid, a.id)
         from order_line a where a.addon_to = l.id and a.order_id = l.order_id and not a.moved_on) as addons\
        """;

    /** The columns that {@link #read} reads. */
    static final String COLUMNS = """
        o.code, o.status, t.secret, l.variation, o.checkin_attention, \
        """ + OWN_COLUMNS;

    static ListedRow read(ResultSet row, int number) throws SQLException {
        String addons = row.getString("addons");
        List<Product> products = new ArrayList<>();
        if (addons != null) {
            for (String addon : addons.split(",", -1)) {
                products.add(Product.read(addon));
            }
        }
        return new ListedRow(
                row.getString("secret"),
                row.getString("code"),
                OrderStatus.ofCode(row.getString("status")),
                row.getBoolean("checkin_attention"),
                new Product(row.getLong("item"), row.getObject("variation", Long.class)),
                row.getString("name"),
                row.getBoolean("scanned"),
                products);
    }

    /** All keys, always: the app stumbles over one that is missing (device client notes 1.5). */
    Map<String, @Nullable Object> shown(EventOffer offer, boolean includePending, String language) {
        boolean paid = status == OrderStatus.PAID;
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        shown.put("secret", secret);
        shown.put("order", order);
        shown.put("item", item(offer, product, language));
        shown.put("item_id", product.item());
        shown.put("variation", variation(offer, product, language));
        shown.put("variation_id", product.variation());
        shown.put("attendee_name", name);
        shown.put("attention", attention || needsAttention(offer));
        shown.put("redeemed", scanned);
        shown.put("paid", paid);
        shown.put("checkin_allowed", paid || (includePending && status == OrderStatus.PENDING));
        shown.put(
                "addons_text",
                addons.stream().map(addon -> text(offer, addon, language)).collect(Collectors.joining(", ")));
        return shown;
    }

    private boolean needsAttention(EventOffer offer) {
        Optional<Item> item = offer.item(product.item());
        return item.map(Item::checkinAttention).orElse(false)
                || variationOf(offer, product)
                        .map(Item.Variation::checkinAttention)
                        .orElse(false);
    }

    private static String text(EventOffer offer, Product product, String language) {
        String variation = variation(offer, product, language);
        String item = item(offer, product, language);
        return variation == null ? item : item + " - " + variation;
    }

    private static String item(EventOffer offer, Product product, String language) {
        return offer.item(product.item()).map(item -> item.label(language)).orElse("");
    }

    private static @Nullable String variation(EventOffer offer, Product product, String language) {
        return variationOf(offer, product)
                .map(variation -> variation.value().in(language))
                .orElse(null);
    }

    private static Optional<Item.Variation> variationOf(EventOffer offer, Product product) {
        Long number = product.variation();
        return number == null ? Optional.empty() : offer.item(product.item()).flatMap(item -> item.variation(number));
    }
}
