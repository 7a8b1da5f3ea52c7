package org.gatebook.command.order.form;

import static org.gatebook.web.form.kind.Types.choice;
import static org.gatebook.web.form.kind.Types.date;
import static org.gatebook.web.form.kind.Types.dateTime;
import static org.gatebook.web.form.kind.Types.email;
import static org.gatebook.web.form.kind.Types.flag;
import static org.gatebook.web.form.kind.Types.json;
import static org.gatebook.web.form.kind.Types.list;
import static org.gatebook.web.form.kind.Types.text;
import static org.gatebook.web.form.reference.References.slug;
import static org.gatebook.web.form.world.WorldTypes.phone;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.gatebook.api.catalogue.CustomerReference;
import org.gatebook.web.form.Field;
import org.gatebook.web.form.Form;
import org.gatebook.web.form.Parsed;
import org.gatebook.web.form.type.Lookups;
import org.gatebook.web.form.type.Relation;
import org.gatebook.web.form.type.Rule;
import org.gatebook.web.form.type.Type;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The body of a new order (behaviour notes, orders 7.1). What it does not name is ignored. */
public final class OrderForm {

    /** The channel of orders that name none. */
    public static final String WEB = "web";

    private static final String PENDING = "n";
    private static final String PAID = "p";

    private static final int MOST_POSITIONS = 500;
    private static final int SHORTEST_CODE = 5;
    private static final int LONGEST_CODE = 16;
    private static final int LONGEST_LOCALE = 32;
    /** More than codes that are made up: no letters I and O, but all digits. */
    private static final Pattern CODE_SPELLING = Pattern.compile("[A-HJ-NP-Z0-9]*");

    static final Relation<String, String> FREE_CODES = Relation.byText("free order code");
    static final Relation<String, String> PROVIDERS = Relation.byText("payment provider");
    static final Relation<String, String> CHANNELS = Relation.byText("sales channel");
    static final Relation<String, CustomerReference> CUSTOMERS = Relation.byText("customer");
    static final Relation<String, String> TIMES_TO_COME = Relation.byText("moment to come");

    static final Field<List<Parsed>> POSITIONS = Field.required("positions", positions());
    static final Field<List<Parsed>> FEES = Field.optional("fees", FeeForm.FORM.rows());
    static final Field<Parsed> INVOICE_ADDRESS = Field.optional("invoice_address", InvoiceAddressForm.FORM.nested());

    public static final Field<Boolean> IS_PAID =
            Field.optional("status", choice(PENDING, PAID).as(PAID::equals));
    public static final Field<String> CODE = Field.optional("code", code());
    public static final Field<Boolean> TESTMODE = Field.optional("testmode", flag());
    public static final Field<String> EMAIL =
            Field.optional("email", email().orBlank()).nullable();
    public static final Field<String> PHONE =
            Field.optional("phone", phone(true)).nullable();
    public static final Field<String> LOCALE =
            Field.optional("locale", text().orBlank().upTo(LONGEST_LOCALE)).nullable();
    public static final Field<String> SALES_CHANNEL =
            Field.optional("sales_channel", text().must(known(CHANNELS, "Unknown sales channel.")));
    public static final Field<CustomerReference> CUSTOMER = Field.optional("customer", slug("identifier", CUSTOMERS));
    public static final Field<String> PAYMENT_PROVIDER = Field.optional(
                    "payment_provider", text().must(known(PROVIDERS, "The given payment provider is not known.")))
            .nullable();
    public static final Field<JsonNode> PAYMENT_INFO =
            Field.<JsonNode>optional("payment_info", json()).orElse(JsonNodeFactory.instance.objectNode());
    public static final Field<Instant> PAYMENT_DATE =
            Field.optional("payment_date", dateTime()).nullable();
    public static final Field<String> COMMENT = Field.optional("comment", text().orBlank());
    public static final Field<LocalDate> FOLLOWUP_AT =
            Field.optional("custom_followup_at", date()).nullable();
    public static final Field<Boolean> CHECKIN_ATTENTION = Field.optional("checkin_attention", flag());
    public static final Field<String> CHECKIN_TEXT =
            Field.optional("checkin_text", text().orBlank()).nullable();
    public static final Field<Boolean> REQUIRE_APPROVAL = Field.optional("require_approval", flag());
    public static final Field<Boolean> VALID_IF_PENDING = Field.optional("valid_if_pending", flag());
    public static final Field<Instant> EXPIRES =
            Field.optional("expires", dateTime().must(OrderForm::alreadyOver));
    public static final Field<JsonNode> API_META =
            Field.<JsonNode>optional("api_meta", json()).orElse(JsonNodeFactory.instance.objectNode());
    public static final Field<List<String>> CONSUME_CARTS = Field.optional("consume_carts", list(text()));
    public static final Field<Boolean> FORCE = Field.optional("force", flag());
    public static final Field<Boolean> SIMULATE = Field.optional("simulate", flag());
    public static final Field<Boolean> SEND_EMAIL =
            Field.optional("send_email", flag()).nullable().formerly("send_mail");

    /** The form. */
    public static final Form FORM = Form.of(
            CODE,
            TESTMODE,
            IS_PAID,
            EMAIL,
            PHONE,
            LOCALE,
            SALES_CHANNEL,
            CUSTOMER,
            PAYMENT_PROVIDER,
            PAYMENT_INFO,
            PAYMENT_DATE,
            FEES,
            COMMENT,
            FOLLOWUP_AT,
            CHECKIN_ATTENTION,
            CHECKIN_TEXT,
            REQUIRE_APPROVAL,
            VALID_IF_PENDING,
            EXPIRES,
            API_META,
            INVOICE_ADDRESS,
            POSITIONS,
            CONSUME_CARTS,
            FORCE,
            SIMULATE,
            SEND_EMAIL);

    private OrderForm() {}

    private static Type<List<Parsed>> positions() {
        return PositionForm.FORM.rows().check(PositionNumbers::check).must(rows -> {
            if (rows.isEmpty()) {
                return "An order cannot be empty.";
            }
            return rows.size() > MOST_POSITIONS
                    ? "Orders cannot have more than " + MOST_POSITIONS + " positions."
                    : null;
        });
    }

    private static Type<String> code() {
        return text().atLeast(SHORTEST_CODE).upTo(LONGEST_CODE).must(OrderForm::codeFault);
    }

    private static @Nullable String codeFault(String code, Lookups lookups) {
        if (!CODE_SPELLING.matcher(code).matches()) {
            return "This order code contains invalid characters.";
        }
        return lookups.find(FREE_CODES, code) == null ? "This order code is already in use." : null;
    }

    private static @Nullable String alreadyOver(Instant expires, Lookups lookups) {
        return lookups.find(TIMES_TO_COME, expires.toString()) == null
                ? "Expiration date must be in the future."
                : null;
    }

    private static Rule<String> known(Relation<String, String> relation, String otherwise) {
        return (name, lookups) -> lookups.find(relation, name) == null ? otherwise : null;
    }
}
