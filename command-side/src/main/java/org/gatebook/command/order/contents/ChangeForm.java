package org.gatebook.command.order.contents;

import static org.gatebook.web.form.kind.Types.choice;
import static org.gatebook.web.form.kind.Types.flag;
import static org.gatebook.web.form.kind.Types.money;
import static org.gatebook.web.form.reference.References.id;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.order.OrderQuery.KnownLine;
import org.gatebook.api.order.change.ChangeOperation.Keep;
import org.gatebook.command.order.form.LinePatchForm;
import org.gatebook.command.order.form.NewLineForm;
import org.gatebook.web.form.Field;
import org.gatebook.web.form.Form;
import org.gatebook.web.form.Parsed;
import org.gatebook.web.form.type.Relation;
import org.gatebook.web.form.type.Type;

/** The body of a change of an order (behaviour notes, orders 16). What it does not name is ignored. */
final class ChangeForm {

    static final Relation<Long, KnownLine> LINES = Relation.byId("position of the order");
    static final Relation<Long, Long> FEES = Relation.byId("fee of the order");

    /** The event, by any name: what a position may be of is known only with it. */
    static final Relation<String, EventOffer> OFFER = Relation.byText("what the event offers");

    private static final String TWICE = "You have specified the same object twice.";

    static final Field<KnownLine> POSITION = Field.required("position", id(LINES));
    static final Field<Parsed> TERMS = Field.required("body", LinePatchForm.FORM.nested());
    static final Field<Long> FEE = Field.required("fee", id(FEES));
    static final Field<BigDecimal> VALUE = Field.required("value", money());
    static final Field<Parsed> FEE_TERMS = Field.required("body", Form.of(VALUE).nested());

    static final Field<List<Parsed>> PATCH_POSITIONS = Field.optional(
            "patch_positions",
            once(
                    Form.of(POSITION, TERMS).check((sent, errors, lookups) -> {
                        EventOffer offer = lookups.find(OFFER, "");
                        String fault = offer == null
                                ? null
                                : LinePatchForm.variationFault(sent.get(TERMS), sent.get(POSITION), offer);
                        if (fault != null) {
                            errors.add(fault, TERMS.name(), "variation");
                        }
                    }),
                    row -> row.get(POSITION).id()));
    static final Field<List<Parsed>> CANCEL_POSITIONS = Field.optional("cancel_positions", positions());
    static final Field<List<Parsed>> SPLIT_POSITIONS = Field.optional("split_positions", positions());
    static final Field<List<Parsed>> CREATE_POSITIONS = Field.optional("create_positions", NewLineForm.ROW.rows());

    /** The document's own example calls them otherwise (decisions, "Repaired on purpose"). */
    static final Field<List<Parsed>> PATCH_FEES = Field.optional(
                    "patch_fees", once(Form.of(FEE, FEE_TERMS), row -> row.get(FEE)))
            .formerly("change_fees");

    static final Field<List<Parsed>> CANCEL_FEES =
            Field.optional("cancel_fees", once(Form.of(FEE), row -> row.get(FEE)));
    static final Field<Keep> RECALCULATE_TAXES = Field.optional(
                    "recalculate_taxes",
                    choice("keep_net", "keep_gross").as(word -> word.equals("keep_net") ? Keep.NET : Keep.GROSS))
            .nullable();
    static final Field<Boolean> SEND_EMAIL = Field.optional("send_email", flag());

    static final Field<Boolean> REISSUE_INVOICE = Field.optional("reissue_invoice", flag());

    static final Form FORM = Form.of(
            PATCH_POSITIONS,
            CANCEL_POSITIONS,
            SPLIT_POSITIONS,
            CREATE_POSITIONS,
            PATCH_FEES,
            CANCEL_FEES,
            RECALCULATE_TAXES,
            SEND_EMAIL,
            REISSUE_INVOICE);

    private ChangeForm() {}

    private static Type<List<Parsed>> positions() {
        return once(Form.of(POSITION), row -> row.get(POSITION).id());
    }

    private static Type<List<Parsed>> once(Form form, Function<Parsed, Long> meant) {
        return form.rows().must(rows -> {
            Set<Long> seen = new HashSet<>();
            return rows.stream().map(meant).allMatch(seen::add) ? null : TWICE;
        });
    }
}
