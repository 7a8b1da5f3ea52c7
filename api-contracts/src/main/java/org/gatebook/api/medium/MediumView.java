package org.gatebook.api.medium;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.query.Expandable;
import org.jspecify.annotations.Nullable;

/**
 * A medium as clients see it (behaviour notes, reusable media 2.1).
 *
 * @param updated moment of its last event; a rebuild finds the same
 * @param identifier empty once the medium was erased
 * @param customer identifier of the customer, or the whole customer where the client asked for it
 * @param info any JSON value
 */
@JsonPropertyOrder({
    "id",
    "organizer",
    "created",
    "updated",
    "type",
    "identifier",
    "active",
    "expires",
    "customer",
    "linked_orderposition",
    "linked_giftcard",
    "info",
    "notes"
})
public record MediumView(
        MediumId id,
        OrganizerSlug organizer,
        Instant created,
        Instant updated,
        MediumType type,
        String identifier,
        boolean active,
        @Nullable Instant expires,
        @Nullable Object customer,
        @JsonProperty("linked_orderposition") @Nullable Expandable linkedOrderPosition,
        @JsonProperty("linked_giftcard") @Nullable Expandable linkedGiftCard,
        Object info,
        @Nullable String notes) {

    /** The same medium with its links shown in another way, or not at all. */
    public MediumView withLinks(
            @Nullable Object shownCustomer, @Nullable Expandable shownTicket, @Nullable Expandable shownCard) {
        return new MediumView(
                id,
                organizer,
                created,
                updated,
                type,
                identifier,
                active,
                expires,
                shownCustomer,
                shownTicket,
                shownCard,
                info,
                notes);
    }
}
