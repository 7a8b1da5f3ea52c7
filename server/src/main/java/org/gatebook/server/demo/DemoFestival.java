package org.gatebook.server.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gatebook.api.command.AggregateCommand;
import org.gatebook.api.decision.Decision;
import org.gatebook.api.giftcard.CardAmount;
import org.gatebook.api.giftcard.CardTransaction;
import org.gatebook.api.giftcard.GiftCardCode;
import org.gatebook.api.giftcard.GiftCardCommand.IssueGiftCard;
import org.gatebook.api.giftcard.GiftCardCommand.TransactGiftCard;
import org.gatebook.api.giftcard.GiftCardId;
import org.gatebook.api.giftcard.GiftCardQuery.IsGiftCardCodeTaken;
import org.gatebook.api.giftcard.GiftCardTerms;
import org.gatebook.api.giftcard.IssuerScope;
import org.gatebook.api.medium.MediumCommand.CreateMedium;
import org.gatebook.api.medium.MediumDetails;
import org.gatebook.api.medium.MediumId;
import org.gatebook.api.medium.MediumOrigin;
import org.gatebook.api.medium.MediumType;
import org.gatebook.api.personal.Personal;
import org.gatebook.catalogue.crud.ResourceWriter;
import org.gatebook.catalogue.customer.CustomerResource;
import org.gatebook.catalogue.provisioning.Provisioning;
import org.gatebook.catalogue.resource.Owner;
import org.gatebook.eventstore.AuditContext;
import org.gatebook.eventstore.ClientIds;
import org.gatebook.eventstore.CommandSender;
import org.gatebook.eventstore.Opening;
import org.gatebook.eventstore.Questions;
import org.gatebook.eventstore.TransactionalUnit;
import org.gatebook.eventstore.TransactionalUnit.Ending;
import org.gatebook.server.demo.DemoOrganizer.DemoBooking;
import org.gatebook.server.demo.DemoOrganizer.DemoCard;
import org.gatebook.server.demo.DemoOrganizer.DemoCustomer;
import org.gatebook.web.request.RequestBody;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Loads the demo through the same commands and forms that requests use. Each organizer is one unit of work that does
 * nothing when its first card is there already, so that a demo may be started again and again.
 */
@Component
public final class DemoFestival {

    /** Team token of the demo's office; everybody can read it here, which is why the demo listens on loopback. */
    public static final String TOKEN = "demo-token";

    /** The same for the other organizer. */
    static final String OLD_TOWN_TOKEN = "demo-token-oldtown";

    /** The organizer to look at. */
    public static final String ORGANIZER = DemoOrganizer.RIVERSIDE.slug().value();

    /** A medium of that organizer. */
    public static final String WRISTBAND = DemoOrganizer.RIVERSIDE.wristbands().getFirst();

    private static final String CURRENCY = "EUR";

    private final Provisioning provisioning;
    private final TransactionalUnit units;
    private final Questions questions;
    private final CommandSender commands;
    private final ClientIds ids;
    private final ResourceWriter catalogue;
    private final CustomerResource customers;

    DemoFestival(
            Provisioning provisioning,
            TransactionalUnit units,
            Questions questions,
            CommandSender commands,
            ClientIds ids,
            ResourceWriter catalogue,
            CustomerResource customers) {
        this.provisioning = provisioning;
        this.units = units;
        this.questions = questions;
        this.commands = commands;
        this.ids = ids;
        this.catalogue = catalogue;
        this.customers = customers;
    }

    /** Makes sure that the demo is there. */
    public void load() {
        provisioning.apply(provisioningFile());
        load(DemoOrganizer.OLD_TOWN);
        load(DemoOrganizer.RIVERSIDE);
    }

    private void load(DemoOrganizer organizer) {
        AuditContext audit = AuditContext.system("demo", "cli", "demo-" + organizer.slug(), organizer.slug());
        units.write(Opening.of(organizer.slug()), audit, entered -> {
            GiftCardCode first = new GiftCardCode(organizer.cards().getFirst().code());
            if (questions.ask(new IsGiftCardCodeTaken(first, IssuerScope.own(organizer.slug()), null))) {
                return Ending.unchanged(false);
            }
            create(organizer, entered.now());
            return Ending.done(() -> true);
        });
    }

    private void create(DemoOrganizer organizer, Instant now) {
        List<String> identifiers = organizer.customers().stream()
                .map(customer -> account(organizer, customer, now))
                .toList();
        List<GiftCardId> cards = new ArrayList<>();
        organizer.cards().forEach(card -> cards.add(issue(organizer, card, now)));
        for (int rank = 0; rank < organizer.wristbands().size(); rank++) {
            MediumId id = new MediumId(ids.next());
            MediumDetails details = new MediumDetails(
                    true,
                    null,
                    rank < identifiers.size() ? identifiers.get(rank) : null,
                    null,
                    cards.get(rank),
                    Personal.of(id.subject(), Map.of()),
                    null);
            accepted(new CreateMedium(
                    id,
                    organizer.slug(),
                    MediumType.BARCODE,
                    Personal.bearer(id.subject(), organizer.wristbands().get(rank)),
                    details,
                    MediumOrigin.CREATED));
        }
    }

    /** Yields the identifier under which the API knows the account. */
    private String account(DemoOrganizer organizer, DemoCustomer customer, Instant now) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("email", customer.email());
        body.putObject("name_parts")
                .put("_scheme", "given_family")
                .put("given_name", customer.givenName())
                .put("family_name", customer.familyName());
        String identifier = catalogue
                .create(customers.resource(), Owner.of(organizer.slug()), new RequestBody.Json(body), ids.next(), now)
                .document()
                .key();
        if (identifier == null) {
            throw new IllegalStateException("an account without identifier");
        }
        return identifier;
    }

    private GiftCardId issue(DemoOrganizer organizer, DemoCard card, Instant now) {
        GiftCardId id = new GiftCardId(ids.next());
        accepted(new IssueGiftCard(
                id,
                organizer.slug(),
                new GiftCardCode(card.code()),
                CURRENCY,
                false,
                GiftCardTerms.NONE,
                CardTransaction.plain(ids.next(), CardAmount.of(card.opening()), organizer.slug()),
                now));
        for (DemoBooking booking : card.bookings()) {
            CardTransaction transaction = new CardTransaction(
                    ids.next(), CardAmount.of(booking.amount()), organizer.slug(), booking.text(), Map.of(), null);
            accepted(new TransactGiftCard(id, IssuerScope.own(organizer.slug()), transaction, now));
        }
        return id;
    }

    private <R> void accepted(AggregateCommand<R> command) {
        if (commands.send(command) instanceof Decision.Refused<R> refused) {
            throw new IllegalStateException("the demo was refused: " + refused.refusal());
        }
    }

    private static String provisioningFile() {
        try (InputStream file = DemoFestival.class.getResourceAsStream("festival.json")) {
            if (file == null) {
                throw new IllegalStateException("the demo's file is missing");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
