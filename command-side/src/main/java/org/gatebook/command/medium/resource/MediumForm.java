package org.gatebook.command.medium.resource;

import static org.gatebook.web.form.kind.Types.choice;
import static org.gatebook.web.form.kind.Types.dateTime;
import static org.gatebook.web.form.kind.Types.flag;
import static org.gatebook.web.form.kind.Types.json;
import static org.gatebook.web.form.kind.Types.text;
import static org.gatebook.web.form.reference.References.id;
import static org.gatebook.web.form.reference.References.slug;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.catalogue.CustomerReference;
import org.gatebook.api.catalogue.Customers;
import org.gatebook.api.giftcard.GiftCardId;
import org.gatebook.api.giftcard.GiftCardQuery.ShowGiftCard;
import org.gatebook.api.giftcard.GiftCardView;
import org.gatebook.api.giftcard.IssuerScope;
import org.gatebook.api.medium.MediumExpansion;
import org.gatebook.api.medium.MediumType;
import org.gatebook.api.ticket.TicketLookup;
import org.gatebook.eventstore.Questions;
import org.gatebook.web.form.Field;
import org.gatebook.web.form.Form;
import org.gatebook.web.form.Parsed;
import org.gatebook.web.form.type.Lookups;
import org.gatebook.web.form.type.Relation;
import org.gatebook.web.request.ApiRequest;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What a client may say about a medium (behaviour notes, reusable media 2.1). Links lead to what the medium's owner has:
 * its customers, its tickets (cancelled ones too) and the cards that it issued itself.
 */
@Component
public class MediumForm {

    /** The longest identifier, in characters. */
    public static final int LONGEST_IDENTIFIER = 200;

    private static final Relation<String, CustomerReference> CUSTOMERS = Relation.byText("customer");
    private static final Relation<Long, Long> TICKETS = Relation.byId("order position");
    private static final Relation<Long, GiftCardId> CARDS = Relation.byId("gift card");

    public static final Field<MediumType> TYPE = Field.required("type", choice(MediumType.class, MediumType::wireName))
            .writeOnce()
            .meaning("What kind of thing it is.");
    public static final Field<String> IDENTIFIER = Field.required("identifier", text().upTo(LONGEST_IDENTIFIER))
            .writeOnce()
            .meaning("What a reader reads; the organizer has no other medium of this type and identifier, letter case"
                    + " counting.");
    public static final Field<Boolean> ACTIVE =
            Field.optional("active", flag()).orElse(true).meaning("Whether it may be used.");
    public static final Field<Instant> EXPIRES =
            Field.optional("expires", dateTime()).nullable().meaning("Until when it may be used.");
    public static final Field<CustomerReference> CUSTOMER = Field.optional("customer", slug("identifier", CUSTOMERS))
            .nullable()
            .meaning("The identifier of the customer whose it is.");
    public static final Field<Long> TICKET = Field.optional("linked_orderposition", id(TICKETS))
            .nullable()
            .meaning("The number of the ticket that it stands for.");
    public static final Field<GiftCardId> CARD = Field.optional("linked_giftcard", id(CARDS))
            .nullable()
            .meaning("The number of the gift card that it stands for; one that the organizer issued.");
    public static final Field<JsonNode> INFO = Field.<JsonNode>optional("info", json())
            .orElse(JsonNodeFactory.instance.objectNode())
            .meaning("Any JSON but null; replaced as a whole.");
    public static final Field<String> NOTES =
            Field.optional("notes", text().orBlank()).nullable().meaning("Internal remarks.");

    private static final Form FORM = Form.of(TYPE, IDENTIFIER, ACTIVE, EXPIRES, CUSTOMER, TICKET, CARD, INFO, NOTES);

    /** When an identifier is refused, for the description of the API. */
    public static final String IDENTIFIER_TAKEN =
            "`A medium with the same identifier and type already exists in your organizer account.`, under"
                    + " `identifier`.";

    private final Customers customers;
    private final TicketLookup tickets;
    private final Questions questions;

    MediumForm(Customers customers, TicketLookup tickets, Questions questions) {
        this.customers = customers;
        this.tickets = tickets;
        this.questions = questions;
    }

    /** Reads the request's body as its method wants it, or rejects it. A field that is expanded is not read (2.4). */
    public Parsed read(ApiRequest request) {
        Form form = FORM.ignoring(expanded(MediumResource.expansion(request)));
        Lookups lookups = lookups(request.organizer());
        return switch (request.method()) {
            case "POST" -> form.create(request.body(), lookups);
            case "PUT" -> form.replace(request.body(), lookups);
            default -> form.change(request.body(), lookups);
        };
    }

    private static List<String> expanded(MediumExpansion expansion) {
        List<String> names = new ArrayList<>();
        if (expansion.customer()) {
            names.add(CUSTOMER.name());
        }
        if (expansion.ticket()) {
            names.add(TICKET.name());
        }
        if (expansion.giftCard()) {
            names.add(CARD.name());
        }
        return names;
    }

    private Lookups lookups(OrganizerSlug owner) {
        return Lookups.of(
                        CUSTOMERS,
                        (String identifier) -> customers.find(owner, identifier).orElse(null))
                .and(TICKETS, (Long position) -> tickets.isKnown(owner, position) ? position : null)
                .and(
                        CARDS,
                        (Long card) -> questions
                                .ask(new ShowGiftCard(new GiftCardId(card), IssuerScope.own(owner), null))
                                .map(GiftCardView::id)
                                .orElse(null));
    }
}
