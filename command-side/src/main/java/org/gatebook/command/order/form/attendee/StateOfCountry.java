package org.gatebook.command.order.form.attendee;

import org.gatebook.web.form.Field;
import org.gatebook.web.form.FormCheck;
import org.gatebook.web.form.world.Subdivisions;

/** States exist in some countries only (behaviour notes, orders 7.5). */
public final class StateOfCountry {

    private StateOfCountry() {}

    /** The rule about these two fields. */
    public static FormCheck rule(Field<String> country, Field<String> state) {
        return (sent, errors) -> {
            String fault = Subdivisions.fault(sent.get(country, ""), sent.get(state, ""));
            if (fault != null) {
                errors.add(fault, state.name());
            }
        };
    }
}
