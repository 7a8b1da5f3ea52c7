package org.gatebook.command.order.position;

import static org.gatebook.web.form.reference.References.slug;

import org.gatebook.api.order.OrderQuery.FoundOrder;
import org.gatebook.command.order.form.LinePatchForm;
import org.gatebook.command.order.form.NewLineForm;
import org.gatebook.command.order.form.attendee.AttendeeForm;
import org.gatebook.web.form.Field;
import org.gatebook.web.form.Form;
import org.gatebook.web.form.type.Relation;

/** The bodies about single positions. */
final class PositionBody {

    static final Relation<String, FoundOrder> ORDERS = Relation.byText("order of the event");

    static final Field<FoundOrder> ORDER = Field.required("order", slug("code", ORDERS));

    /** For the description of the API: a change is read by two forms, one after the other. */
    static final Form FORM = LinePatchForm.FORM.and(AttendeeForm.PATCH);

    static final Form ADDED = NewLineForm.FORM.and(ORDER);

    private PositionBody() {}
}
