package org.gatebook.command.order.change;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gatebook.api.decision.Refusal;
import org.gatebook.api.offer.Category;
import org.gatebook.api.offer.EventDetails;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.offer.EventTerms;
import org.gatebook.api.offer.Item;
import org.gatebook.api.offer.Quota;
import org.gatebook.api.offer.Seat;
import org.gatebook.api.offer.TaxRule;
import org.gatebook.api.offer.Text;
import org.gatebook.api.ticket.TicketTerms;
import org.gatebook.command.order.price.TaxAddress;
import org.gatebook.command.order.state.OrderState;
import org.gatebook.eventstore.test.Blank;
import org.jspecify.annotations.Nullable;

/**
 * A festival around an order: a ticket (5) for 23.00 with 19 %, a workshop (6) in the morning (61) and the evening (62) for
 * 12.00 without tax, a lunch (7) for 5.00 that is an add-on of the ticket, a chair (8) for 40.00 with the seats 81 and 82,
 * and a thing (9) that no quota covers.
 */
public final class FestivalOffer {

    public static final long TICKET = 5;
    static final long WORKSHOP = 6;
    static final long MORNING = 61;
    static final long EVENING = 62;
    static final long LUNCH = 7;
    static final long CHAIR = 8;
    static final long LOOSE = 9;
    public static final long NORMAL = 1;
    public static final long REDUCED = 2;
    private static final long EXTRAS = 3;

    private static final TaxAddress VIENNA = new TaxAddress("AT", "", true, true);

    private final Map<Long, Seat> seats = new HashMap<>();
    private final EventOffer offer;
    private @Nullable TaxAddress address;

    @Nullable
    Refusal unavailable;

    public FestivalOffer() {
        this(List.of());
    }

    private FestivalOffer(List<TaxRule.CustomRule> custom) {
        seats.put(81L, stall(81));
        seats.put(82L, stall(82));
        Map<Long, Item> items = new LinkedHashMap<>();
        Item.Addon lunches = new Item.Addon(1, EXTRAS, 0, 4, false, true);
        items.put(TICKET, item(TICKET, "23.00", NORMAL, null, List.of(), List.of(lunches)));
        items.put(
                WORKSHOP,
                item(WORKSHOP, "12.00", null, null, List.of(variation(MORNING), variation(EVENING)), List.of()));
        items.put(LUNCH, item(LUNCH, "5.00", null, EXTRAS, List.of(), List.of()));
        items.put(CHAIR, item(CHAIR, "40.00", null, null, List.of(), List.of()));
        items.put(LOOSE, item(LOOSE, "9.00", null, null, List.of(), List.of()));
        Set<Long> sold = Set.of(TICKET, WORKSHOP, LUNCH, CHAIR);
        Quota quota = new Quota(11, "All", 100, null, sold, Set.of(MORNING, EVENING), false, false, false, false);
        offer = Blank.of(EventOffer.class)
                .with(
                        "details",
                        Blank.of(EventDetails.class)
                                .with("currency", Currency.getInstance("EUR"))
                                .with("seatCategories", Map.of("Stalls", CHAIR))
                                .make())
                .with(
                        "terms",
                        Blank.of(EventTerms.class)
                                .with(
                                        "payment",
                                        Blank.of(EventTerms.Payment.class)
                                                .with("days", 14)
                                                .make())
                                .make())
                .with(
                        "categories",
                        Map.of(
                                EXTRAS,
                                Blank.of(Category.class)
                                        .with("id", EXTRAS)
                                        .with("addon", true)
                                        .make()))
                .with("items", items)
                .with(
                        "taxRules",
                        Map.of(NORMAL, rule(NORMAL, "19.00", custom), REDUCED, rule(REDUCED, "7.00", List.of())))
                .with("quotas", Map.of(11L, quota))
                .make();
    }

    static FestivalOffer withoutSalesToAustria() {
        FestivalOffer blocking = new FestivalOffer(List.of(new TaxRule.CustomRule("AT", "", "block", null)));
        blocking.address = VIENNA;
        return blocking;
    }

    FestivalOffer soldToVienna() {
        address = VIENNA;
        return this;
    }

    FestivalOffer soldOut() {
        unavailable = new Refusal(Refusal.Kind.INVALID, "place.no_capacity", "full", null);
        return this;
    }

    /** What it says to an order of these positions. */
    public ChangeFacts facts(OrderState order) {
        Map<Long, TicketTerms> tickets = new HashMap<>();
        order.contents()
                .lines()
                .forEach(line -> tickets.put(line.id(), new TicketTerms(line.item(), null, null, null, null)));
        return new ChangeFacts(offer, address, List.copyOf(seats.values()), Map.of(), tickets);
    }

    private static Item item(
            long id,
            String price,
            @Nullable Long rule,
            @Nullable Long category,
            List<Item.Variation> variations,
            List<Item.Addon> addons) {
        Blank<Item> item = Blank.of(Item.class)
                .with("id", id)
                .with("defaultPrice", new BigDecimal(price))
                .with("variations", variations)
                .with("addons", addons);
        if (rule != null) {
            item.with("taxRule", rule);
        }
        if (category != null) {
            item.with("category", category);
        }
        return item.make();
    }

    private static Item.Variation variation(long id) {
        return Blank.of(Item.Variation.class).with("id", id).make();
    }

    private static TaxRule rule(long id, String rate, List<TaxRule.CustomRule> custom) {
        return new TaxRule(id, new Text(Map.of("en", "VAT")), new BigDecimal(rate), true, true, "DE", false, custom);
    }

    private static Seat stall(long id) {
        return Blank.of(Seat.class)
                .with("id", id)
                .with("guid", "S-" + id)
                .with("name", "Seat " + id)
                .make();
    }
}
