package org.gatebook.command.order.place;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.ticket.TicketId;
import org.gatebook.api.ticket.TicketTerms;
import org.gatebook.command.ticket.TicketSecrets;
import org.gatebook.command.ticket.secret.NewSecrets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Gives new tickets their secrets. A secret that the client wants is theirs if it is free; one that another event of the
 * organizer uses, or another position of the same request, is silently replaced (behaviour notes, orders 7.3). Usually one
 * statement for all of an order.
 */
@Component
class TicketSecretDraw {

    private final TicketSecrets ledger;
    private final NewSecrets fresh;

    TicketSecretDraw(TicketSecrets ledger, NewSecrets fresh) {
        this.ledger = ledger;
        this.fresh = fresh;
    }

    /**
     * The secrets, claimed.
     *
     * @param wanted what the client wants for each ticket; null to have one made up
     * @param terms of each ticket, which signed secrets tell
     */
    List<String> secrets(
            EventOffer offer, List<TicketId> tickets, List<@Nullable String> wanted, List<TicketTerms> terms) {
        List<String> secrets = new ArrayList<>();
        Set<String> used = new HashSet<>();
        for (int index = 0; index < wanted.size(); index++) {
            String secret = wanted.get(index);
            secrets.add(secret != null && used.add(secret) ? secret : fresh.next(offer, terms.get(index)));
        }
        Set<String> taken = ledger.claim(offer.organizer(), owners(tickets, secrets));
        while (!taken.isEmpty()) {
            for (int index = 0; index < secrets.size(); index++) {
                if (taken.contains(secrets.get(index))) {
                    secrets.set(index, fresh.next(offer, terms.get(index)));
                }
            }
            taken = ledger.claim(offer.organizer(), owners(tickets, secrets));
        }
        return secrets;
    }

    private static Map<String, TicketId> owners(List<TicketId> tickets, List<String> secrets) {
        Map<String, TicketId> owners = new HashMap<>();
        for (int index = 0; index < tickets.size(); index++) {
            owners.put(secrets.get(index), tickets.get(index));
        }
        return owners;
    }
}
