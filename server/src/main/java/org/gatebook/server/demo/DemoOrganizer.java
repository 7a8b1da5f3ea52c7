package org.gatebook.server.demo;

import java.util.List;
import org.gatebook.api.OrganizerSlug;

/**
 * What one organizer of the demo has, always the same. Names are invented.
 *
 * @param slug of the organizer, as in the demo's provisioning file
 * @param customers who has an account
 * @param cards in the order in which they were issued
 * @param wristbands each linked to the card of the same rank, and to the customer of the same rank while there are any
 */
record DemoOrganizer(OrganizerSlug slug, List<DemoCustomer> customers, List<DemoCard> cards, List<String> wristbands) {

    /** Somebody with an account. */
    record DemoCustomer(String givenName, String familyName, String email) {}

    /**
     * A gift card.
     *
     * @param opening credit that it starts with
     * @param bookings in order
     */
    record DemoCard(String code, String opening, List<DemoBooking> bookings) {}

    /** A booking on a card. */
    record DemoBooking(String amount, String text) {}

    /** The big one: most cards, all wristbands. */
    static final DemoOrganizer RIVERSIDE = new DemoOrganizer(
            new OrganizerSlug("riverside"),
            List.of(
                    new DemoCustomer("Amina", "Okafor", "amina.okafor@example.org"),
                    new DemoCustomer("Jonas", "Lindqvist", "jonas.lindqvist@example.org"),
                    new DemoCustomer("Mei", "Tanaka", "mei.tanaka@example.org"),
                    new DemoCustomer("Paulo", "Ferreira", "paulo.ferreira@example.org")),
            List.of(
                    new DemoCard(
                            "RIVER-2025-AMBER",
                            "50.00",
                            List.of(
                                    new DemoBooking("-4.50", "Lemonade"),
                                    new DemoBooking("-12.00", "Two slices of pizza"),
                                    new DemoBooking("20.00", "Topped up at the gate"))),
                    new DemoCard("RIVER-2025-BIRCH", "25.00", List.of(new DemoBooking("-25.00", "Festival shirt"))),
                    new DemoCard(
                            "RIVER-2025-CEDAR",
                            "100.00",
                            List.of(
                                    new DemoBooking("-38.00", "Dinner for four"),
                                    new DemoBooking("8.00", "Deposit for glasses"))),
                    new DemoCard("RIVER-2025-DUNE", "10.00", List.of()),
                    new DemoCard("RIVER-2025-EMBER", "75.00", List.of(new DemoBooking("-6.20", "Coffee and cake"))),
                    new DemoCard("RIVER-2025-FJORD", "30.00", List.of())),
            List.of("WRISTBAND-0001", "WRISTBAND-0002", "WRISTBAND-0003", "WRISTBAND-0004", "WRISTBAND-0005"));

    /** The small one, whose cards the big one accepts. */
    static final DemoOrganizer OLD_TOWN = new DemoOrganizer(
            new OrganizerSlug("oldtown"),
            List.of(new DemoCustomer("Irene", "Vasquez", "irene.vasquez@example.org")),
            List.of(
                    new DemoCard("OLDTOWN-GIFT-01", "40.00", List.of(new DemoBooking("-15.00", "Concert programme"))),
                    new DemoCard("OLDTOWN-GIFT-02", "60.00", List.of())),
            List.of("OLDTOWN-CARD-0001"));
}
