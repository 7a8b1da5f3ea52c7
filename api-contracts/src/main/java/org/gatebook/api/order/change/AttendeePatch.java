package org.gatebook.api.order.change;

import java.util.List;
import java.util.Map;
import org.gatebook.api.order.Attendee;

/**
 * What shall be different about who comes with a position (behaviour notes, orders 15.3, stage B).
 *
 * @param answers all of them
 */
public record AttendeePatch(
        Patch<Map<String, Object>> nameParts,
        Patch<String> email,
        Patch<String> company,
        Patch<String> street,
        Patch<String> zipcode,
        Patch<String> city,
        Patch<String> country,
        Patch<String> state,
        Patch<List<Attendee.Answer>> answers) {

    /** Who comes then. */
    public Attendee of(Attendee present) {
        Map<String, Object> name = nameParts.or(present.nameParts());
        List<Attendee.Answer> given = answers.or(present.answers());
        return new Attendee(
                name == null ? Map.of() : name,
                email.or(present.email()),
                company.or(present.company()),
                street.or(present.street()),
                zipcode.or(present.zipcode()),
                city.or(present.city()),
                country.or(present.country()),
                state.or(present.state()),
                given == null ? List.of() : given);
    }
}
