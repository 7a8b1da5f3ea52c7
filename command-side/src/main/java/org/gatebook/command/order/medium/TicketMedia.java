package org.gatebook.command.order.medium;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.catalogue.OrganizerCatalogue;
import org.gatebook.api.decision.Decision;
import org.gatebook.api.medium.MediumChange.Holder;
import org.gatebook.api.medium.MediumChange.TicketLink;
import org.gatebook.api.medium.MediumCommand.ChangeMedium;
import org.gatebook.api.medium.MediumCommand.CreateMedium;
import org.gatebook.api.medium.MediumDetails;
import org.gatebook.api.medium.MediumId;
import org.gatebook.api.medium.MediumOrigin;
import org.gatebook.api.medium.MediumQuery.MediaOfOrder;
import org.gatebook.api.medium.MediumQuery.PositionsWithMedia;
import org.gatebook.api.medium.MediumType;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.offer.Item;
import org.gatebook.api.order.OrderDetails;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.order.OrderQuery.FindOrderDetails;
import org.gatebook.api.personal.Personal;
import org.gatebook.command.code.CodeAlphabet;
import org.gatebook.command.code.RandomCodes;
import org.gatebook.eventstore.ClientIds;
import org.gatebook.eventstore.CommandSender;
import org.gatebook.eventstore.Questions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives tickets their reusable media (behaviour notes, reusable media 2.8), within the present unit. */
@Component
public class TicketMedia {

    private static final Set<String> POLICIES_WITH_NEW = Set.of("new", "reuse_or_new");

    /** Of 32^24 identifiers hardly one is used; who meets this many used ones has a broken random source. */
    private static final int TRIES = 100;

    private final OrganizerCatalogue catalogue;
    private final RandomCodes random;
    private final ClientIds ids;
    private final CommandSender commands;
    private final Questions questions;

    TicketMedia(
            OrganizerCatalogue catalogue,
            RandomCodes random,
            ClientIds ids,
            CommandSender commands,
            Questions questions) {
        this.catalogue = catalogue;
        this.random = random;
        this.ids = ids;
        this.commands = commands;
        this.questions = questions;
    }

    /** The medium stands for this ticket from now on, whatever it stood for before. */
    public void takeOver(OrganizerSlug organizer, MediumId medium, long position) {
        commands.send(new ChangeMedium(medium, organizer, List.of(new TicketLink(position))));
    }

    /** No medium stands for a ticket of this order from now on; they stay otherwise (behaviour notes, orders 6.4). */
    public void letGo(OrderId order) {
        questions
                .ask(new MediaOfOrder(order))
                .forEach((medium, owner) ->
                        commands.send(new ChangeMedium(medium, owner, List.of(new TicketLink(null)))));
    }

    /** Whether tickets of this product that have no medium get a new one: only some kinds can be made by a server. */
    public static boolean areMadeFor(Item item) {
        return item.mediaPolicy() != null
                && POLICIES_WITH_NEW.contains(item.mediaPolicy())
                && MediumType.BARCODE.wireName().equals(item.mediaType());
    }

    /**
     * Makes media for those positions of an order that should have one and have none, whatever the reason: the product may
     * have been made such later, or another ticket may have taken the medium over.
     *
     * @param held the positions with their products
     */
    public void makeMissing(EventOffer offer, OrderId order, Map<Long, Long> held) {
        List<Long> wanted = held.entrySet().stream()
                .filter(line -> offer.item(line.getValue())
                        .filter(TicketMedia::areMadeFor)
                        .isPresent())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        if (wanted.isEmpty()) {
            return;
        }
        Set<Long> given = questions.ask(new PositionsWithMedia(order));
        String customer = questions
                .ask(new FindOrderDetails(order))
                .map(OrderDetails::customer)
                .orElse(null);
        for (Long position : wanted) {
            if (!given.contains(position)) {
                make(offer.organizer(), position, customer);
            }
        }
    }

    /**
     * Makes a medium for this ticket.
     *
     * @param customer whose it is; null if nobody's
     */
    public void make(OrganizerSlug organizer, long position, @Nullable String customer) {
        MediumId id = new MediumId(ids.next());
        MediumDetails details =
                MediumDetails.plain(id).with(new TicketLink(position)).with(new Holder(customer));
        int length = catalogue.mediaSettings(organizer).barcodeIdentifierLength();
        for (int tries = 0; tries < TRIES; tries++) {
            Personal<String> identifier = Personal.bearer(id.subject(), random.next(CodeAlphabet.MEDIUM, length));
            CreateMedium command =
                    new CreateMedium(id, organizer, MediumType.BARCODE, identifier, details, MediumOrigin.ORDERED);
            if (commands.send(command) instanceof Decision.Accepted<MediumId>) {
                return;
            }
        }
        throw new IllegalStateException("no free medium identifier found in " + TRIES + " tries");
    }
}
