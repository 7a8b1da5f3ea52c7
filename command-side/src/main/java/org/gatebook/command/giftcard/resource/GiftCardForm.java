package org.gatebook.command.giftcard.resource;

import static org.gatebook.web.form.kind.Types.dateTime;
import static org.gatebook.web.form.kind.Types.flag;
import static org.gatebook.web.form.kind.Types.money;
import static org.gatebook.web.form.kind.Types.text;
import static org.gatebook.web.form.reference.References.idOrText;
import static org.gatebook.web.form.world.WorldTypes.currency;

import java.math.BigDecimal;
import java.time.Instant;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.giftcard.GiftCardCode;
import org.gatebook.api.ticket.TicketKey;
import org.gatebook.api.ticket.TicketLookup;
import org.gatebook.web.form.Field;
import org.gatebook.web.form.Form;
import org.gatebook.web.form.type.Lookups;
import org.gatebook.web.form.type.Relation;

/** The body of a gift card (behaviour notes, gift cards 1.1); what cannot be changed is checked all the same. */
public final class GiftCardForm {

    private static final Relation<Long, Long> TICKET = Relation.byId("order position");
    private static final Relation<String, Long> TICKET_BY_SECRET = Relation.byText("order position");

    public static final Field<GiftCardCode> SECRET = Field.required(
                    "secret",
                    text().upTo(GiftCardCode.LONGEST)
                            .matching(
                                    GiftCardCode.FORM,
                                    "The gift card code may only contain letters, numbers, dots and dashes.")
                            .as(GiftCardCode::new))
            .writeOnce()
            .meaning("The code: a letter or digit, then letters, digits, dots and dashes. No other card of the issuer,"
                    + " or of an issuer that it accepts, has it; letter case counts.");

    public static final Field<BigDecimal> VALUE = Field.required("value", money().atLeast("0.00"))
            .meaning("The credit. In a change it becomes a transaction of the difference, even if that is nothing.");

    public static final Field<String> CURRENCY =
            Field.required("currency", currency()).writeOnce().meaning("ISO 4217 code.");

    public static final Field<Boolean> TESTMODE =
            Field.optional("testmode", flag()).orElse(false).writeOnce().meaning("Whether it is only for trying out.");

    public static final Field<Instant> EXPIRES = Field.optional("expires", dateTime())
            .nullable()
            .meaning("Until when it is good; the API goes on using it.");

    public static final Field<String> CONDITIONS =
            Field.optional("conditions", text().orBlank()).nullable().meaning("Special terms.");

    public static final Field<Long> OWNER_TICKET = Field.optional("owner_ticket", idOrText(TICKET, TICKET_BY_SECRET))
            .nullable()
            .meaning("The order position whose holder owns the card: its number, or as text its secret or"
                    + " pseudonymization id.");

    public static final Form FORM = Form.of(SECRET, VALUE, CURRENCY, TESTMODE, EXPIRES, CONDITIONS, OWNER_TICKET);

    /** When a code is refused, for the description of the API. */
    public static final String CODE_TAKEN =
            "`A gift card with the same secret already exists in your or an affiliated organizer account.`, under"
                    + " `secret`.";

    private GiftCardForm() {}

    /** Owners are tickets of the organizer's own events (behaviour notes, gift cards 1.4). */
    public static Lookups lookups(TicketLookup tickets, OrganizerSlug organizer) {
        return Lookups.of(
                        TICKET,
                        number -> tickets.find(organizer, new TicketKey.ByNumber(number))
                                .orElse(null))
                .and(
                        TICKET_BY_SECRET,
                        secret -> tickets.find(organizer, new TicketKey.BySecret(secret))
                                .orElse(null));
    }
}
