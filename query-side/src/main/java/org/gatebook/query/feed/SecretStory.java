package org.gatebook.query.feed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gatebook.api.personal.Personal;
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
import org.gatebook.query.feed.SecretFact.Blocked;
import org.gatebook.query.feed.SecretFact.Revoked;
import org.gatebook.query.feed.SecretFact.Unblocked;
import org.jspecify.annotations.Nullable;

/**
 * What the events of one ticket say about its secrets; each further block says it anew. Live publishing and the check of what was published tell the same
 * story. A blocked secret stays listed when the ticket gets another one; the other one is listed at once only where
 * secrets are revoked, so that a device can know it from offline data alone (page of decisions). Not thread-safe.
 */
final class SecretStory {

    private @Nullable String secret;
    private int blocks;

    /** What is listed, by secret: whether as blocked. */
    private final Map<String, Boolean> listed = new HashMap<>();

    /** Whether the event may make a fact, so that nothing needs to be read for others. */
    static boolean concerns(TicketEvent event) {
        return event instanceof TicketBlocksChanged || event instanceof TicketSecretReplaced;
    }

    /** Goes on by one event. @return what is published because of it */
    List<SecretFact> tell(TicketEvent event) {
        return switch (event) {
            case TicketIssued issued -> {
                secret = text(issued.issued().secret());
                yield List.of();
            }
            case TicketBlocksChanged changed -> {
                int before = blocks;
                blocks = changed.blocks().size();
                yield blocks > before ? block() : blocks == 0 ? unblock() : List.of();
            }
            case TicketSecretReplaced replaced -> replace(replaced);
            case TicketTermsChanged changed -> List.of();
            case TicketMoved moved -> List.of();
            case TicketCanceled canceled -> List.of();
            case TicketScanned scanned -> List.of();
            case TicketScanRefused refused -> List.of();
            case TicketErased erased -> List.of();
        };
    }

    private List<SecretFact> replace(TicketSecretReplaced replaced) {
        List<SecretFact> facts = new ArrayList<>();
        if (replaced.formerRevoked() && secret != null) {
            facts.add(new Revoked(secret));
        }
        secret = text(replaced.secret());
        if (replaced.formerRevoked() && blocks > 0) {
            facts.addAll(block());
        }
        return facts;
    }

    private List<SecretFact> block() {
        if (secret == null) {
            return List.of();
        }
        listed.put(secret, true);
        return List.of(new Blocked(secret));
    }

    private List<SecretFact> unblock() {
        if (secret == null || !Objects.equals(listed.get(secret), true)) {
            return List.of();
        }
        listed.put(secret, false);
        return List.of(new Unblocked(secret));
    }

    /** Null after erasure: what nobody knows opens no door and is no news. */
    private static @Nullable String text(Personal<String> sealed) {
        return sealed.value().orElse(null);
    }
}
