package org.gatebook.query.history.sentence;

import org.gatebook.api.medium.MediumDetails;
import org.gatebook.api.medium.MediumEvent;
import org.gatebook.api.medium.MediumEvent.MediumChanged;
import org.gatebook.api.medium.MediumEvent.MediumCreated;
import org.gatebook.api.medium.MediumOrigin;

/** What happened to a reusable medium. */
final class MediumSentences {

    private MediumSentences() {}

    static String of(MediumEvent event) {
        return switch (event) {
            case MediumCreated e ->
                "The medium " + Wording.masked(e.identifier()) + " of the type "
                        + e.type().wireName() + " " + origin(e.origin()) + links(e.details());
            case MediumChanged e ->
                e.changed().isEmpty()
                        ? "The medium was saved, and nothing about it is different"
                        : "The medium was changed (" + String.join(", ", e.changed()) + ")" + links(e.details());
        };
    }

    private static String origin(MediumOrigin origin) {
        return switch (origin) {
            case CREATED -> "was created";
            case LOOKED_UP -> "was created, because somebody looked up a chip that nobody knew";
            case ORDERED -> "was created, because an order bought a product that comes with one";
        };
    }

    private static String links(MediumDetails details) {
        return (details.active() ? "" : ", and may not be used")
                + (details.linkedOrderPosition() == null
                        ? ""
                        : ", linked to the position with the number " + details.linkedOrderPosition())
                + (details.linkedGiftCard() == null
                        ? ""
                        : ", linked to the gift card with the number "
                                + details.linkedGiftCard().number())
                + (details.customer() == null ? "" : ", belonging to customer " + details.customer());
    }
}
