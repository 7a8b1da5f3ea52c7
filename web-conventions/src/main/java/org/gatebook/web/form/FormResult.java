package org.gatebook.web.form;

import org.gatebook.web.error.ApiError;
import org.gatebook.web.error.FieldErrors;

/** What became of a body: values, or everything that is wrong with it. */
public sealed interface FormResult {

    /** The body could be read. */
    record Valid(Parsed parsed) implements FormResult {}

    /** It could not; every field has had its say. */
    record Invalid(FieldErrors errors) implements FormResult {}

    /**
     * The values.
     *
     * @throws org.gatebook.web.error.Rejected with 400 and the errors when there are none
     */
    default Parsed orReject() {
        return switch (this) {
            case Valid valid -> valid.parsed();
            case Invalid invalid -> throw ApiError.fields(invalid.errors()).rejected();
        };
    }
}
