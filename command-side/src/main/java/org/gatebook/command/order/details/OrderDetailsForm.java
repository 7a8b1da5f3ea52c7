package org.gatebook.command.order.details;

import static org.gatebook.web.form.kind.Types.date;
import static org.gatebook.web.form.kind.Types.dateTime;
import static org.gatebook.web.form.kind.Types.email;
import static org.gatebook.web.form.kind.Types.flag;
import static org.gatebook.web.form.kind.Types.json;
import static org.gatebook.web.form.kind.Types.text;
import static org.gatebook.web.form.reference.References.slug;
import static org.gatebook.web.form.world.WorldTypes.phone;

import java.time.Instant;
import java.time.LocalDate;
import org.gatebook.api.order.Buyer;
import org.gatebook.api.order.InvoiceAddress;
import org.gatebook.api.order.OrderDetails;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.personal.Personal;
import org.gatebook.command.medium.resource.ClientJson;
import org.gatebook.command.order.form.InvoiceAddressForm;
import org.gatebook.web.form.Field;
import org.gatebook.web.form.Form;
import org.gatebook.web.form.Parsed;
import org.gatebook.web.form.type.Relation;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The body that changes what accompanies an order (behaviour notes, orders 6.3). What it does not name is ignored. */
final class OrderDetailsForm {

    static final Relation<String, String> CHANNELS = Relation.byText("sales channel");
    static final Relation<String, String> LOCALES = Relation.byText("locale of the event");

    private static final int LONGEST_LOCALE = 32;
    private static final int LONGEST_EMAIL = 254;
    private static final Buyer NOBODY = new Buyer(null, null, "", null);

    private static final Field<String> EMAIL =
            Field.optional("email", email().orBlank().upTo(LONGEST_EMAIL)).nullable();
    private static final Field<String> PHONE =
            Field.optional("phone", phone(true)).nullable();
    private static final Field<String> LOCALE = Field.optional(
                    "locale",
                    text().orBlank()
                            .upTo(LONGEST_LOCALE)
                            .must((locale, lookups) ->
                                    lookups.find(LOCALES, locale) == null ? unsupported(locale) : null))
            .nullable();
    /** Looked at like every field of the reference's form, and left alone. */
    private static final Field<String> SALES_CHANNEL = Field.optional("sales_channel", slug("identifier", CHANNELS));

    private static final Field<String> COMMENT = Field.optional("comment", text().orBlank());
    private static final Field<LocalDate> FOLLOWUP_AT =
            Field.optional("custom_followup_at", date()).nullable();
    private static final Field<Boolean> CHECKIN_ATTENTION = Field.optional("checkin_attention", flag());
    private static final Field<String> CHECKIN_TEXT =
            Field.optional("checkin_text", text().orBlank()).nullable();
    private static final Field<Boolean> VALID_IF_PENDING = Field.optional("valid_if_pending", flag());
    private static final Field<JsonNode> API_META = Field.optional("api_meta", json());
    private static final Field<Parsed> INVOICE_ADDRESS =
            Field.optional("invoice_address", InvoiceAddressForm.FORM.nested()).nullable();
    static final Field<Instant> EXPIRES = Field.optional("expires", dateTime());

    static final Form FORM = Form.of(
                    EMAIL,
                    PHONE,
                    LOCALE,
                    COMMENT,
                    FOLLOWUP_AT,
                    CHECKIN_ATTENTION,
                    CHECKIN_TEXT,
                    VALID_IF_PENDING,
                    API_META,
                    INVOICE_ADDRESS,
                    SALES_CHANNEL,
                    EXPIRES)
            .check((sent, errors) -> {
                if (sent.wasSent(LOCALE) && sent.find(LOCALE) == null) {
                    errors.add(unsupported("None"), "locale");
                }
            });

    private OrderDetailsForm() {}

    private static String unsupported(String locale) {
        return "\"" + locale + "\" is not a supported locale for this event.";
    }

    /** What accompanies the order from now on. */
    static OrderDetails changed(Parsed sent, OrderId order, OrderDetails present, String nameScheme, Instant now) {
        Buyer buyer = present.buyer().value().orElse(NOBODY);
        Buyer changed = new Buyer(
                sent.orKeep(EMAIL, buyer.email()),
                sent.orKeep(PHONE, buyer.phone()),
                sent.get(COMMENT, buyer.comment()),
                address(sent, buyer.invoiceAddress(), nameScheme, now));
        return new OrderDetails(
                sent.get(LOCALE, present.locale()),
                Personal.of(order.subject(), changed),
                sent.orKeep(FOLLOWUP_AT, present.followupAt()),
                sent.get(CHECKIN_ATTENTION, present.checkinAttention()),
                sent.wasSent(CHECKIN_TEXT) ? sealed(order, sent.find(CHECKIN_TEXT)) : present.checkinText(),
                sent.get(VALID_IF_PENDING, present.validIfPending()),
                sent.wasSent(API_META)
                        ? Personal.of(order.subject(), ClientJson.plain(sent.get(API_META)))
                        : present.apiMeta(),
                present.customer());
    }

    /** Nothing, and an address without any field, take the address away. */
    private static @Nullable InvoiceAddress address(
            Parsed sent, @Nullable InvoiceAddress present, String nameScheme, Instant now) {
        if (!sent.wasSent(INVOICE_ADDRESS)) {
            return present;
        }
        Parsed address = sent.find(INVOICE_ADDRESS);
        return address == null || address.changes().isEmpty()
                ? null
                : InvoiceAddressForm.changed(address, present, nameScheme, now);
    }

    private static @Nullable Personal<String> sealed(OrderId order, @Nullable String text) {
        return text == null ? null : Personal.of(order.subject(), text);
    }
}
