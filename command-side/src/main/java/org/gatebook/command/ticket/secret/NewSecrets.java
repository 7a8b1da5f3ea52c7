package org.gatebook.command.ticket.secret;

import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.ticket.TicketSigning;
import org.gatebook.api.ticket.TicketSigning.Signer;
import org.gatebook.api.ticket.TicketTerms;
import org.gatebook.command.code.CodeAlphabet;
import org.gatebook.command.code.RandomCodes;
import org.springframework.stereotype.Component;

/** Makes secrets in the way that the event has chosen. Whether one is free is for the ledger of secrets to say. */
@Component
public class NewSecrets {

    private static final String SIGNED = "pretix_sig1";
    private static final int SEED_LENGTH = 9;

    private final RandomCodes random;
    private final TicketSigning signing;

    NewSecrets(RandomCodes random, TicketSigning signing) {
        this.random = random;
        this.signing = signing;
    }

    /** Whether void secrets of the event are published, because devices verify them without asking. */
    public static boolean areRevoked(EventOffer offer) {
        return offer.terms().tickets().secretGenerator().equals(SIGNED);
    }

    /** A secret for a ticket of these terms. */
    public String next(EventOffer offer, TicketTerms terms) {
        if (!areRevoked(offer)) {
            return random.next(
                    CodeAlphabet.TICKET_SECRET, offer.terms().tickets().secretLength());
        }
        return signed(terms, signing.of(offer.organizer(), offer.event()));
    }

    /** A signed secret that can stand in an address. */
    String signed(TicketTerms terms, Signer signer) {
        String text;
        do {
            SignedSecret secret = SignedSecret.of(random.next(CodeAlphabet.TICKET_SECRET, SEED_LENGTH), terms);
            text = secret.text(signer.sign(secret.message()));
        } while (!SignedSecret.fitsIntoAddress(text));
        return text;
    }

    /** Whether a secret no longer fits its ticket: a signed one that says something else. */
    public boolean isStale(EventOffer offer, String secret, TicketTerms terms) {
        return areRevoked(offer)
                && SignedSecret.read(secret).map(signed -> !signed.says(terms)).orElse(true);
    }
}
