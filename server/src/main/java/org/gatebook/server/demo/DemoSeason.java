package org.gatebook.server.demo;

import static org.gatebook.server.demo.DemoEvent.id;
import static org.gatebook.server.demo.DemoEvent.text;

import java.net.http.HttpClient;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gatebook.server.demo.DemoOrders.Position;

/**
 * What the demo's organizers put on: a festival that began yesterday evening, boat tours as a series of dates, and a
 * concert; five hundred orders, and the scans of the festival's first evening. Always the same, but for the dates.
 */
public final class DemoSeason {

    /** The festival's slug. */
    static final String NIGHTS = "nights";

    /** A paid order of the festival whose first ticket was scanned. */
    static final String ORDER = "N0001";

    private static final int NIGHTS_ORDERS = 400;
    private static final int TOUR_ORDERS = 60;
    private static final int CONCERT_ORDERS = 40;
    private static final int REHEARSED_PART = 10;
    private static final int TOURS = 6;
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final LocalTime EVENING = LocalTime.of(18, 0);

    private final LocalDate today;
    private final int part;

    private DemoSeason(Instant now, int part) {
        this.today = LocalDate.ofInstant(now, ZONE);
        this.part = part;
    }

    /** @param now so that the festival is on when somebody looks at it */
    public DemoSeason(Instant now) {
        this(now, 1);
    }

    /** The same with a tenth of the orders, for a rehearsal. */
    public static DemoSeason rehearsed(Instant now) {
        return new DemoSeason(now, REHEARSED_PART);
    }

    /**
     * Makes sure that all of it is there.
     *
     * @param baseUrl of the running server, without a slash at the end
     */
    public void load(HttpClient client, String baseUrl) {
        DemoShop riverside = new DemoShop(client, baseUrl, DemoFestival.ORGANIZER, DemoFestival.TOKEN);
        DemoEvent nights = new DemoEvent(riverside, NIGHTS);
        if (!nights.isLive()) {
            new DemoNights(nights, NIGHTS_ORDERS / part).load(evening(-1), evening(1));
        }
        DemoEvent tours = new DemoEvent(riverside, "tours");
        if (!tours.isLive()) {
            loadTours(tours);
        }
        DemoEvent concert = new DemoEvent(
                new DemoShop(client, baseUrl, DemoOrganizer.OLD_TOWN.slug().value(), DemoFestival.OLD_TOWN_TOKEN),
                "concert");
        if (!concert.isLive()) {
            loadConcert(concert);
        }
    }

    private void loadTours(DemoEvent event) {
        event.begin("Boat tours", evening(3), null, true);
        long seat = event.item("Seat", "18.00", true, null, null);
        List<Long> dates = new ArrayList<>();
        for (int tour = 0; tour < TOURS; tour++) {
            long date = id(event.shop()
                    .ensureNamed(
                            event.path() + "subevents/",
                            Map.of(
                                    "name", text("Tour " + (tour + 1)),
                                    "active", true,
                                    "date_from", evening(3 + 7 * tour).toString(),
                                    "is_public", true,
                                    "item_price_overrides", List.of(),
                                    "variation_price_overrides", List.of(),
                                    "meta_data", Map.of())));
            event.quota("Boat " + (tour + 1), 40, List.of(seat), List.of(), date);
            dates.add(date);
        }
        DemoOrders orders = new DemoOrders(event, "T");
        for (int number = 1; number <= TOUR_ORDERS / part; number++) {
            Position place = Position.on(dates.get(number % TOURS), seat);
            orders.sell(number, number % 2 == 0 ? List.of(place, place) : List.of(place));
        }
        event.goLive();
    }

    private void loadConcert(DemoEvent event) {
        event.begin("Winter concert", evening(40), null, false);
        long tax = event.tax("7.00");
        long stalls = event.item("Stalls", "34.00", true, tax, null);
        long balcony = event.item("Balcony", "26.00", true, tax, null);
        event.quota("Hall", 220, List.of(stalls, balcony), List.of(), null);
        event.shop().ensureNamed(event.path() + "checkinlists/", Map.of("name", "Hall", "all_products", true));
        DemoOrders orders = new DemoOrders(event, "C");
        for (int number = 1; number <= CONCERT_ORDERS / part; number++) {
            Position place = Position.of(number % 3 == 0 ? balcony : stalls);
            orders.sell(number, List.of(place, place));
        }
        event.goLive();
    }

    private Instant evening(int daysFromNow) {
        return today.plusDays(daysFromNow).atTime(EVENING).atZone(ZONE).toInstant();
    }
}
