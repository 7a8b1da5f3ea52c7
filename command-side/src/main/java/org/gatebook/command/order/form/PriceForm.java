package org.gatebook.command.order.form;

import static org.gatebook.web.form.kind.Types.text;
import static org.gatebook.web.form.reference.References.id;

import org.gatebook.api.offer.Item;
import org.gatebook.api.offer.Item.Variation;
import org.gatebook.api.offer.Subevent;
import org.gatebook.api.offer.TaxRule;
import org.gatebook.web.form.Field;
import org.gatebook.web.form.Form;

/** As what a position is to be priced; what is left out is as it is (behaviour notes, orders 15.8). */
public final class PriceForm {

    public static final Field<Item> ITEM =
            Field.optional("item", id(LinePatchForm.OWN_ITEMS)).nullable();
    public static final Field<Variation> VARIATION =
            Field.optional("variation", id(PositionForm.VARIATIONS)).nullable();
    public static final Field<Subevent> SUBEVENT =
            Field.optional("subevent", id(LinePatchForm.OWN_SUBEVENTS)).nullable();
    public static final Field<TaxRule> TAX_RULE =
            Field.optional("tax_rule", id(LinePatchForm.OWN_TAX_RULES)).nullable();
    /** In which the tax is named. */
    public static final Field<String> LOCALE = Field.optional("locale", text()).nullable();

    /** The form. */
    public static final Form FORM = Form.of(ITEM, VARIATION, SUBEVENT, TAX_RULE, LOCALE);

    private PriceForm() {}
}
