package org.gatebook.command.erasure;

import static org.gatebook.web.form.kind.Types.choice;
import static org.gatebook.web.form.kind.Types.flag;
import static org.gatebook.web.form.kind.Types.integer;
import static org.gatebook.web.form.kind.Types.text;

import java.util.regex.Pattern;
import org.gatebook.api.erasure.ErasureReason;
import org.gatebook.api.erasure.SubjectKind;
import org.gatebook.web.form.Field;
import org.gatebook.web.form.Form;

/** The body that asks for an erasure. */
final class ErasureForm {

    private static final int LONGEST_REFERENCE = 40;

    static final Field<SubjectKind> KIND = Field.required("kind", choice(SubjectKind.class, SubjectKind::code))
            .meaning("Who is erased: `order` (its buyer and all who come with it), `position` (who comes with it), or"
                    + " `customer` (the account; its orders are erased one by one).");

    static final Field<String> EVENT =
            Field.optional("event", text()).nullable().meaning("The event's slug, of an order or a position.");

    static final Field<String> ORDER = Field.optional("order", text())
            .nullable()
            .meaning("The order's code; a test order that was deleted has it still.");

    static final Field<Long> POSITION =
            Field.optional("position", integer()).nullable().meaning("The position's id.");

    static final Field<String> CUSTOMER =
            Field.optional("customer", text()).nullable().meaning("The customer's identifier.");

    static final Field<ErasureReason> REASON = Field.optional(
                    "reason", choice(ErasureReason.class, ErasureReason::code))
            .orElse(ErasureReason.REQUEST)
            .meaning("Why; kept for ever.");

    static final Field<String> REFERENCE = Field.optional(
                    "reference",
                    text().upTo(LONGEST_REFERENCE)
                            .matching(
                                    Pattern.compile("\\A[A-Za-z0-9][A-Za-z0-9./_#-]*\\z"),
                                    "Enter a file number: letters, digits and . / _ # - without spaces."))
            .nullable()
            .meaning("The file number of the request for it; kept for ever, so it must not name anybody.");

    static final Field<Boolean> FORCE = Field.optional("force", flag())
            .orElse(false)
            .meaning("Erase an order although it is pending or paid and its event is not over.");

    static final Form FORM = Form.of(KIND, EVENT, ORDER, POSITION, CUSTOMER, REASON, REFERENCE, FORCE);

    private ErasureForm() {}
}
