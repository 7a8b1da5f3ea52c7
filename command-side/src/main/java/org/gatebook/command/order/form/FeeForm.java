package org.gatebook.command.order.form;

import static org.gatebook.web.form.kind.Types.choice;
import static org.gatebook.web.form.kind.Types.flag;
import static org.gatebook.web.form.kind.Types.money;
import static org.gatebook.web.form.kind.Types.text;

import java.math.BigDecimal;
import org.gatebook.api.offer.TaxRule;
import org.gatebook.web.form.Field;
import org.gatebook.web.form.Form;
import org.gatebook.web.form.Parsed;
import org.gatebook.web.form.type.Relation;

/** A fee that comes with an order (behaviour notes, orders 7.6). */
final class FeeForm {

    private static final int LONGEST_DESCRIPTION = 190;
    private static final int LONGEST_INTERNAL_TYPE = 255;

    static final Relation<Long, EventOwned<TaxRule>> TAX_RULES = Relation.byId("tax rule");

    private static final Field<String> FEE_TYPE = Field.required(
            "fee_type", choice("payment", "shipping", "service", "cancellation", "insurance", "other", "giftcard"));
    private static final Field<BigDecimal> VALUE = Field.required("value", money());
    private static final Field<String> DESCRIPTION =
            Field.optional("description", text().orBlank().upTo(LONGEST_DESCRIPTION));
    private static final Field<String> INTERNAL_TYPE =
            Field.optional("internal_type", text().orBlank().upTo(LONGEST_INTERNAL_TYPE));
    private static final Field<TaxRule> TAX_RULE = Field.optional(
                    "tax_rule", EventOwned.type(TAX_RULES, "The specified tax rate does not belong to this event."))
            .nullable();
    private static final Field<Boolean> PERCENTAGE = Field.optional("_treat_value_as_percentage", flag());
    private static final Field<Boolean> SPLIT = Field.optional("_split_taxes_like_products", flag());

    static final Form FORM = Form.of(FEE_TYPE, VALUE, DESCRIPTION, INTERNAL_TYPE, TAX_RULE, PERCENTAGE, SPLIT);

    private FeeForm() {}

    static FeeWish wish(Parsed sent) {
        return new FeeWish(
                sent.get(FEE_TYPE),
                sent.get(VALUE),
                sent.get(DESCRIPTION, ""),
                sent.get(INTERNAL_TYPE, ""),
                sent.find(TAX_RULE),
                sent.get(PERCENTAGE, false),
                sent.get(SPLIT, false));
    }
}
