package org.gatebook.api.medium;

import org.gatebook.api.decision.Refusal;

/** Why something is not done with a medium, in the API's words. */
public final class MediumRefusals {

    /** Its owner has a medium of this type and identifier already (behaviour notes 2.2). */
    public static final Refusal IDENTIFIER_TAKEN = Refusal.invalid(
            "medium.identifier_taken",
            "identifier",
            "A medium with the same identifier and type already exists in your organizer account.");

    private MediumRefusals() {}
}
