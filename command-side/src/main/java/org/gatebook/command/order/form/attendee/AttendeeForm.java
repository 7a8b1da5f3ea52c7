package org.gatebook.command.order.form.attendee;

import static org.gatebook.web.form.kind.Types.email;
import static org.gatebook.web.form.kind.Types.text;
import static org.gatebook.web.form.world.WorldTypes.countryOrBlank;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gatebook.api.offer.Question;
import org.gatebook.api.order.Attendee;
import org.gatebook.api.order.change.AttendeePatch;
import org.gatebook.api.order.change.Patch;
import org.gatebook.web.error.ApiError;
import org.gatebook.web.error.FieldErrorCollector;
import org.gatebook.web.form.Field;
import org.gatebook.web.form.Form;
import org.gatebook.web.form.Parsed;
import org.gatebook.web.form.type.Lookups;
import org.gatebook.web.form.type.Relation;
import org.gatebook.web.form.world.Subdivisions;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Who comes with a position: as a part of a new position, and alone to change it (behaviour notes, orders 7.3 and 15.3). */
public final class AttendeeForm {

    /** The country that the position has, by the name of its field. */
    public static final Relation<String, String> PRESENT_COUNTRY = Relation.byText("country of the position");

    private static final int LONGEST = 255;
    private static final int LONGEST_ZIPCODE = 30;

    private static final Field<String> NAME =
            Field.optional("attendee_name", text()).nullable();
    private static final Field<String> OTHER_NAME = Field.optional("attendee_name", text());
    private static final Field<JsonNode> NAME_PARTS = Field.optional("attendee_name_parts", PersonName.partsType());
    private static final Field<String> EMAIL =
            Field.optional("attendee_email", email().orBlank()).nullable();
    private static final Field<String> COMPANY = address("company", LONGEST);
    private static final Field<String> STREET =
            Field.optional("street", text().orBlank()).nullable();
    private static final Field<String> ZIPCODE = address("zipcode", LONGEST_ZIPCODE);
    private static final Field<String> CITY = address("city", LONGEST);
    private static final Field<String> COUNTRY =
            Field.optional("country", countryOrBlank()).nullable();
    private static final Field<String> STATE = address("state", LONGEST);
    private static final Field<List<Parsed>> ANSWERS = Field.optional("answers", AnswerForm.FORM.rows());

    private static final PersonName PERSON = new PersonName(NAME, NAME_PARTS);

    /** Another attendee of a position; what is left out stays. */
    public static final Form PATCH = Form.of(
                    OTHER_NAME, NAME_PARTS, COMPANY, STREET, ZIPCODE, CITY, COUNTRY, STATE, EMAIL, ANSWERS)
            .check(PERSON.eitherOr())
            .check(AttendeeForm::checkState);

    private AttendeeForm() {}

    /** The same form with an attendee at its end. */
    public static Form with(Form form) {
        return form.and(NAME, NAME_PARTS, COMPANY, STREET, ZIPCODE, CITY, COUNTRY, STATE, EMAIL, ANSWERS);
    }

    /** The same form with the rules about an attendee behind its own. */
    public static Form checked(Form form) {
        return form.check(PERSON.eitherOr()).check(StateOfCountry.rule(COUNTRY, STATE));
    }

    private static Field<String> address(String name, int longest) {
        return Field.optional(name, text().orBlank().upTo(longest)).nullable();
    }

    private static void checkState(Parsed sent, FieldErrorCollector errors, Lookups lookups) {
        String country = sent.wasSent(COUNTRY)
                ? sent.get(COUNTRY, "")
                : Objects.requireNonNullElse(lookups.find(PRESENT_COUNTRY, COUNTRY.name()), "");
        String fault = Subdivisions.fault(country, sent.get(STATE, ""));
        if (fault != null) {
            errors.add(fault, STATE.name());
        }
    }

    /**
     * Who comes with a new position.
     *
     * @param nameScheme the event's, for parts of a name that do not say theirs
     */
    public static Attendee attendee(Parsed sent, String nameScheme, Lookups lookups) {
        return new Attendee(
                PERSON.stored(sent, nameScheme),
                sent.find(EMAIL),
                sent.find(COMPANY),
                sent.find(STREET),
                sent.find(ZIPCODE),
                sent.find(CITY),
                country(sent),
                sent.find(STATE),
                AnswerForm.answers(sent.get(ANSWERS, List.of()), lookups));
    }

    /**
     * What shall be different about who comes.
     *
     * @throws org.gatebook.web.error.Rejected if a question is answered twice
     */
    public static AttendeePatch patch(Parsed sent, String nameScheme, Lookups lookups) {
        boolean named = sent.wasSent(NAME) || sent.wasSent(NAME_PARTS);
        Patch<Map<String, Object>> name = named ? Patch.to(PERSON.stored(sent, nameScheme)) : Patch.none();
        return new AttendeePatch(
                name,
                patch(sent, EMAIL),
                patch(sent, COMPANY),
                patch(sent, STREET),
                patch(sent, ZIPCODE),
                patch(sent, CITY),
                sent.wasSent(COUNTRY) ? Patch.to(country(sent)) : Patch.none(),
                patch(sent, STATE),
                answers(sent, lookups));
    }

    private static Patch<List<Attendee.Answer>> answers(Parsed sent, Lookups lookups) {
        if (!sent.wasSent(ANSWERS)) {
            return Patch.none();
        }
        List<Parsed> rows = sent.get(ANSWERS);
        Question twice = AnswerForm.twice(rows);
        if (twice != null) {
            throw ApiError.list("Question " + twice.question().in(AnswerForm.LANGUAGE) + " was sent twice.")
                    .rejected();
        }
        return Patch.to(AnswerForm.answers(rows, lookups));
    }

    private static Patch<String> patch(Parsed sent, Field<String> field) {
        return sent.wasSent(field) ? Patch.to(sent.find(field)) : Patch.none();
    }

    private static @Nullable String country(Parsed sent) {
        String country = sent.get(COUNTRY, "");
        return country.isEmpty() ? null : country;
    }
}
