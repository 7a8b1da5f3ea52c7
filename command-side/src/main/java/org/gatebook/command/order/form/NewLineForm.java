package org.gatebook.command.order.form;

import java.math.BigDecimal;
import java.util.Currency;
import org.gatebook.api.money.Money;
import org.gatebook.api.offer.Item.Variation;
import org.gatebook.api.offer.Subevent;
import org.gatebook.api.order.Attendee;
import org.gatebook.api.order.OrderQuery.KnownLine;
import org.gatebook.api.order.change.NewLine;
import org.gatebook.api.personal.Personal;
import org.gatebook.api.personal.SubjectId;
import org.gatebook.command.order.form.attendee.AttendeeForm;
import org.gatebook.web.form.Form;
import org.gatebook.web.form.Parsed;
import org.gatebook.web.form.type.Lookups;
import org.gatebook.web.form.type.Relation;
import org.jspecify.annotations.Nullable;

/**
 * A position that is added to an order (behaviour notes, orders 15.4). A secret is looked at like every field of the
 * reference's form, and left alone; vouchers and numbers are not even looked at.
 */
public final class NewLineForm {

    /** What is said under {@code addon_to} of a position that the order does not have. */
    public static final String UNKNOWN_MAIN = "addon_to refers to an unknown position ID for this order.";

    /** Positions to which others may be added, by the number that the client sends. */
    public static final Relation<Long, KnownLine> MAIN_LINES = Relation.byId("main position");

    /** The form alone; whether there is such a main position is left to the endpoint, which knows the order only then. */
    public static final Form FORM = AttendeeForm.checked(AttendeeForm.with(Form.of(
                    PositionForm.ITEM,
                    PositionForm.VARIATION,
                    PositionForm.SUBEVENT,
                    PositionForm.SEAT,
                    PositionForm.PRICE,
                    PositionForm.ADDON_TO,
                    PositionForm.SECRET,
                    PositionForm.VALID_FROM,
                    PositionForm.VALID_UNTIL))
            .check(PositionForm::checkDate)
            .check(PositionForm::checkVariation));

    /** The form as an entry of a list that is about one order. */
    public static final Form ROW = FORM.check((sent, errors, lookups) -> {
        long number = sent.get(PositionForm.ADDON_TO, 0L);
        if (number != 0 && lookups.find(MAIN_LINES, number) == null) {
            errors.add(UNKNOWN_MAIN, PositionForm.ADDON_TO.name());
        }
    });

    private NewLineForm() {}

    /** The number of the main position, as sent; 0 for none. */
    public static long main(Parsed sent) {
        return sent.get(PositionForm.ADDON_TO, 0L);
    }

    /**
     * What is wanted.
     *
     * @param id a fresh number
     * @param main the main position; null for main positions
     * @param nameScheme the event's, for parts of a name that do not say theirs
     */
    public static NewLine line(
            Parsed sent, long id, @Nullable KnownLine main, Currency currency, String nameScheme, Lookups lookups) {
        Variation variation = sent.find(PositionForm.VARIATION);
        Subevent date = sent.find(PositionForm.SUBEVENT);
        BigDecimal price = sent.find(PositionForm.PRICE);
        Attendee attendee = AttendeeForm.attendee(sent, nameScheme, lookups);
        return new NewLine(
                id,
                sent.get(PositionForm.ITEM).id(),
                variation == null ? null : variation.id(),
                date == null ? null : date.id(),
                price == null ? null : new Money(price, currency),
                main == null ? null : main.id(),
                sent.find(PositionForm.SEAT),
                Personal.of(SubjectId.of("position", id), attendee),
                sent.find(PositionForm.VALID_FROM),
                sent.find(PositionForm.VALID_UNTIL));
    }
}
