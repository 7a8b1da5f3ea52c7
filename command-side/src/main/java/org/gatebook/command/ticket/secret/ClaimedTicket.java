package org.gatebook.command.ticket.secret;

import org.jspecify.annotations.Nullable;

/**
 * What a signed code says of the ticket that it once was, or what a device says that it says; whether it is true is not
 * known.
 *
 * @param item null if it says nothing
 * @param variation likewise
 * @param subevent likewise
 */
public record ClaimedTicket(
        @Nullable Long item,
        @Nullable Long variation,
        @Nullable Long subevent) {

    /** It says nothing. */
    public static final ClaimedTicket NOTHING = new ClaimedTicket(null, null, null);

    /** What is written in a code that no ticket has. */
    public static ClaimedTicket readFrom(String code) {
        return SignedSecret.read(code)
                .map(signed -> new ClaimedTicket(signed.item(), orNull(signed.variation()), orNull(signed.subevent())))
                .orElse(NOTHING);
    }

    private static @Nullable Long orNull(long number) {
        return number == 0 ? null : number;
    }
}
