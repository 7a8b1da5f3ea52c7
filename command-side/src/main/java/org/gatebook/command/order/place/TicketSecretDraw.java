package org.gatebook.command.order.place;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.ticket.TicketId;
import org.gatebook.command.code.CodeAlphabet;
import org.gatebook.command.code.RandomCodes;
import org.gatebook.command.ticket.TicketSecrets;
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
    private final RandomCodes random;

    TicketSecretDraw(TicketSecrets ledger, RandomCodes random) {
        this.ledger = ledger;
        this.random = random;
    }

    /**
     * The secrets, claimed.
     *
     * @param wanted what the client wants for each ticket; null to have one made up
     * @param length of those that are made up, in characters
     */
    List<String> secrets(OrganizerSlug organizer, List<TicketId> tickets, List<@Nullable String> wanted, int length) {
        List<String> secrets = new ArrayList<>();
        Set<String> used = new HashSet<>();
        for (String secret : wanted) {
            secrets.add(secret != null && used.add(secret) ? secret : fresh(length));
        }
        Set<String> taken = ledger.claim(organizer, owners(tickets, secrets));
        while (!taken.isEmpty()) {
            Set<String> lost = taken;
            secrets.replaceAll(secret -> lost.contains(secret) ? fresh(length) : secret);
            taken = ledger.claim(organizer, owners(tickets, secrets));
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

    private String fresh(int length) {
        return random.next(CodeAlphabet.TICKET_SECRET, length);
    }
}
