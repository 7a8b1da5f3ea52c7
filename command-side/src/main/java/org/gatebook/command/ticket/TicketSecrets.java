package org.gatebook.command.ticket;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.ticket.TicketEvent;
import org.gatebook.api.ticket.TicketEvent.TicketBlocksChanged;
import org.gatebook.api.ticket.TicketEvent.TicketCanceled;
import org.gatebook.api.ticket.TicketEvent.TicketErased;
import org.gatebook.api.ticket.TicketEvent.TicketIssued;
import org.gatebook.api.ticket.TicketEvent.TicketMoved;
import org.gatebook.api.ticket.TicketEvent.TicketScanRefused;
import org.gatebook.api.ticket.TicketEvent.TicketScanned;
import org.gatebook.api.ticket.TicketEvent.TicketSecretReplaced;
import org.gatebook.api.ticket.TicketEvent.TicketTermsChanged;
import org.gatebook.api.ticket.TicketId;
import org.gatebook.eventstore.Claims;
import org.gatebook.eventstore.Claims.Claim;
import org.gatebook.eventstore.ledger.ClaimRule;
import org.gatebook.eventstore.ledger.ClaimRule.ClaimChange;
import org.springframework.stereotype.Component;

/**
 * The ledger that keeps ticket secrets unique within an organizer, as the reference does. Whoever makes a secret claims
 * it before the ticket hears of it; all of an order cost one statement.
 */
@Component
public final class TicketSecrets {

    private static final String KIND = "ticket.secret";

    private final Claims claims;

    TicketSecrets(Claims claims) {
        this.claims = claims;
    }

    /** What a ticket claims with its secret; for those who claim something else with the same statement. */
    public static Claim claimOf(OrganizerSlug organizer, String secret, TicketId ticket) {
        return new Claim(KIND, organizer.value(), secret, ticket.aggregateId());
    }

    /** Takes these secrets for these tickets; those that other tickets have are returned and not taken. */
    public Set<String> claim(OrganizerSlug organizer, Map<String, TicketId> secrets) {
        return claims
                .claimAll(secrets.entrySet().stream()
                        .map(entry -> claimOf(organizer, entry.getKey(), entry.getValue()))
                        .toList())
                .stream()
                .map(Claim::value)
                .collect(Collectors.toSet());
    }

    /** Gives a secret back that its ticket has no longer and that was not revoked. */
    public void release(OrganizerSlug organizer, String secret, TicketId ticket) {
        claims.release(KIND, organizer.value(), secret, ticket.aggregateId());
    }

    /** The same, as the events say it: a ticket keeps all the secrets that it ever had. */
    static ClaimRule<TicketEvent> rule() {
        return new ClaimRule<>(TicketId.KIND, TicketEvent.class, Set.of(KIND), (event, organizer) -> switch (event) {
            case TicketIssued issued ->
                List.of(ClaimChange.taken(
                        KIND, organizer.value(), issued.issued().secret()));
            case TicketSecretReplaced replaced ->
                List.of(ClaimChange.taken(KIND, organizer.value(), replaced.secret()));
            case TicketTermsChanged e -> List.of();
            case TicketMoved e -> List.of();
            case TicketCanceled e -> List.of();
            case TicketBlocksChanged e -> List.of();
            case TicketScanned e -> List.of();
            case TicketScanRefused e -> List.of();
            case TicketErased e -> List.of();
        });
    }
}
