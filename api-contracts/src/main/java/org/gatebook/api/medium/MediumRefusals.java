package org.gatebook.api.medium;

import org.gatebook.api.decision.Refusal;

/** Why something is not done with a medium, in the API's words. */
public final class MediumRefusals {

    /** Its owner has a medium of this type and identifier already (behaviour notes 2.2). */
    public static final Refusal IDENTIFIER_TAKEN = Refusal.invalid(
            "medium.identifier_taken",
            "identifier",
            "A medium with the same identifier and type already exists in your organizer account.");

    /** A chip's number that no medium can have was looked up where chips come into being by that; the reference crashes. */
    public static final Refusal IDENTIFIER_TOO_LONG = Refusal.invalid(
            "medium.identifier_too_long", "identifier", "Ensure this field has no more than 200 characters.");

    private MediumRefusals() {}
}
