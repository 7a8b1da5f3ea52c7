package org.gatebook.command.order.form;

import static org.gatebook.web.form.kind.Types.flag;
import static org.gatebook.web.form.kind.Types.text;
import static org.gatebook.web.form.world.WorldTypes.countryOrBlank;

import java.time.Instant;
import org.gatebook.api.order.InvoiceAddress;
import org.gatebook.command.order.form.attendee.PersonName;
import org.gatebook.command.order.form.attendee.StateOfCountry;
import org.gatebook.web.form.Field;
import org.gatebook.web.form.Form;
import org.gatebook.web.form.Parsed;
import org.gatebook.web.form.kind.TextType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An invoice address (behaviour notes, orders 7.5); the VAT id is believed as sent. */
public final class InvoiceAddressForm {

    private static final int LONGEST = 255;
    private static final int LONGEST_ZIPCODE = 30;

    private static final Field<Boolean> BUSINESS = Field.optional("is_business", flag());
    private static final Field<String> COMPANY = Field.optional("company", blank().upTo(LONGEST));
    private static final Field<String> NAME = Field.optional("name", blank());
    private static final Field<JsonNode> NAME_PARTS = Field.optional("name_parts", PersonName.partsType());
    private static final Field<String> STREET = Field.optional("street", blank());
    private static final Field<String> ZIPCODE = Field.optional("zipcode", blank().upTo(LONGEST_ZIPCODE));
    private static final Field<String> CITY = Field.optional("city", blank().upTo(LONGEST));
    private static final Field<String> COUNTRY = Field.optional("country", countryOrBlank());
    private static final Field<String> STATE = Field.optional("state", blank().upTo(LONGEST));
    private static final Field<String> VAT_ID = Field.optional("vat_id", blank().upTo(LONGEST));
    private static final Field<Boolean> VAT_ID_VALIDATED = Field.optional("vat_id_validated", flag());
    private static final Field<String> CUSTOM_FIELD =
            Field.optional("custom_field", blank().upTo(LONGEST)).nullable();
    private static final Field<String> INTERNAL_REFERENCE = Field.optional("internal_reference", blank());

    private static final PersonName PERSON = new PersonName(NAME, NAME_PARTS);

    /** The form. */
    public static final Form FORM = Form.of(
                    BUSINESS,
                    COMPANY,
                    NAME,
                    NAME_PARTS,
                    STREET,
                    ZIPCODE,
                    CITY,
                    COUNTRY,
                    STATE,
                    VAT_ID,
                    VAT_ID_VALIDATED,
                    CUSTOM_FIELD,
                    INTERNAL_REFERENCE)
            .check(PERSON.eitherOr())
            .check(StateOfCountry.rule(COUNTRY, STATE));

    private InvoiceAddressForm() {}

    private static TextType blank() {
        return text().orBlank();
    }

    /**
     * The address to store; what was left out is empty.
     *
     * @param nameScheme the event's, for parts of a name that do not say theirs
     */
    public static InvoiceAddress address(Parsed sent, String nameScheme, Instant now) {
        return new InvoiceAddress(
                now,
                sent.get(BUSINESS, false),
                sent.get(COMPANY, ""),
                PERSON.stored(sent, nameScheme),
                sent.get(STREET, ""),
                sent.get(ZIPCODE, ""),
                sent.get(CITY, ""),
                sent.get(COUNTRY, ""),
                sent.get(STATE, ""),
                sent.get(VAT_ID, ""),
                sent.get(VAT_ID_VALIDATED, false),
                sent.find(CUSTOM_FIELD),
                sent.get(INTERNAL_REFERENCE, ""));
    }

    /**
     * The address after a change: what was left out stays, but a validation holds only for the VAT id that it was made
     * for (behaviour notes, orders 6.3).
     *
     * @param present null if there was none
     */
    public static InvoiceAddress changed(
            Parsed sent, @Nullable InvoiceAddress present, String nameScheme, Instant now) {
        if (present == null) {
            return address(sent, nameScheme, now);
        }
        String vatId = sent.get(VAT_ID, present.vatId());
        boolean sameVatId = sent.wasSent(VAT_ID) && vatId.equals(present.vatId());
        return new InvoiceAddress(
                now,
                sent.get(BUSINESS, present.business()),
                sent.get(COMPANY, present.company()),
                sent.wasSent(NAME) || sent.wasSent(NAME_PARTS) ? PERSON.stored(sent, nameScheme) : present.nameParts(),
                sent.get(STREET, present.street()),
                sent.get(ZIPCODE, present.zipcode()),
                sent.get(CITY, present.city()),
                sent.get(COUNTRY, present.country()),
                sent.get(STATE, present.state()),
                vatId,
                sent.get(VAT_ID_VALIDATED, sameVatId && present.vatIdValidated()),
                sent.wasSent(CUSTOM_FIELD) ? sent.find(CUSTOM_FIELD) : present.customField(),
                sent.get(INTERNAL_REFERENCE, present.internalReference()));
    }
}
