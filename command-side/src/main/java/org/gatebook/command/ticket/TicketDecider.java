package org.gatebook.command.ticket;

import static org.gatebook.api.decision.Outcome.accepted;
import static org.gatebook.api.decision.Outcome.refused;
import static org.gatebook.api.decision.Outcome.refusedKeeping;

import java.util.List;
import java.util.Objects;
import org.gatebook.api.decision.Outcome;
import org.gatebook.api.decision.Refusal;
import org.gatebook.api.ticket.Door;
import org.gatebook.api.ticket.Scan;
import org.gatebook.api.ticket.Scan.Direction;
import org.gatebook.api.ticket.TicketCommand.Admission;
import org.gatebook.api.ticket.TicketCommand.CancelTicket;
import org.gatebook.api.ticket.TicketCommand.ChangeTicketBlocks;
import org.gatebook.api.ticket.TicketCommand.IssueTicket;
import org.gatebook.api.ticket.TicketCommand.ReplaceTicketSecret;
import org.gatebook.api.ticket.TicketCommand.ScanTicket;
import org.gatebook.api.ticket.TicketEvent;
import org.gatebook.api.ticket.TicketEvent.TicketBlocksChanged;
import org.gatebook.api.ticket.TicketEvent.TicketCanceled;
import org.gatebook.api.ticket.TicketEvent.TicketIssued;
import org.gatebook.api.ticket.TicketEvent.TicketScanRefused;
import org.gatebook.api.ticket.TicketEvent.TicketScanned;
import org.gatebook.api.ticket.TicketEvent.TicketSecretReplaced;
import org.gatebook.api.ticket.TicketId;
import org.jspecify.annotations.Nullable;

/** Decides about a ticket. */
final class TicketDecider {

    private static final String ALREADY_REDEEMED = "already_redeemed";
    private static final String INCOMPLETE = "incomplete";

    private TicketDecider() {}

    static Outcome<TicketEvent, TicketId> issue(@Nullable TicketState state, IssueTicket command) {
        if (state != null) {
            throw new IllegalStateException("the number of a new ticket was used before: " + command.ticket());
        }
        return accepted(command.ticket(), List.of(new TicketIssued(command.issued())));
    }

    /**
     * Behaviour notes, check-in 4.4: rules in their order, then questions (never under force), then a known nonce, then
     * whether the ticket was used. A refused scan is kept, one that only lacks answers is not.
     */
    static Outcome<TicketEvent, Admission> scan(TicketState state, ScanTicket command) {
        Scan scan = command.scan();
        Door door = command.door();
        boolean forced = false;
        for (ScanRule rule : ScanRule.values()) {
            if (rule.appliesTo(scan.type()) && rule.isBroken(state, scan, door)) {
                if (!door.force()) {
                    return refusedScan(command, rule.reason(), rule.explanation(state, door));
                }
                forced = true;
            }
        }
        if (scan.type() == Direction.ENTRY && door.questionsOpen() && !door.force()) {
            return refused(new Refusal(Refusal.Kind.INVALID, INCOMPLETE, "", null));
        }
        if (isKnown(state, scan)) {
            return accepted(Admission.KNOWN, List.of());
        }
        if (scan.type() == Direction.ENTRY && !ScanRule.entryAllowed(state, door.list())) {
            if (!door.force()) {
                return refusedScan(command, ALREADY_REDEEMED, null);
            }
            forced = true;
        }
        return accepted(Admission.RECORDED, List.of(new TicketScanned(command.ticket(), marked(scan, forced))));
    }

    static Outcome<TicketEvent, TicketId> cancel(TicketState state, CancelTicket command) {
        return state.canceled()
                ? accepted(command.ticket(), List.of())
                : accepted(command.ticket(), List.of(new TicketCanceled(command.ticket())));
    }

    static Outcome<TicketEvent, TicketId> changeBlocks(TicketState state, ChangeTicketBlocks command) {
        return state.blocks().equals(command.blocks())
                ? accepted(command.ticket(), List.of())
                : accepted(command.ticket(), List.of(new TicketBlocksChanged(command.ticket(), command.blocks())));
    }

    static Outcome<TicketEvent, TicketId> replaceSecret(TicketState state, ReplaceTicketSecret command) {
        return accepted(
                state.id(),
                List.of(new TicketSecretReplaced(command.ticket(), command.secret(), command.revokeFormer())));
    }

    /** The newest scan's nonce is known whoever sends it, an older one's only where it was sent before. */
    private static boolean isKnown(TicketState state, Scan scan) {
        String nonce = scan.nonce();
        if (nonce == null) {
            return false;
        }
        boolean newest =
                state.newestOn(scan.list()).map(s -> nonce.equals(s.nonce())).orElse(false);
        return newest
                || state.scansOn(scan.list()).stream()
                        .anyMatch(s -> nonce.equals(s.nonce())
                                && s.type() == scan.type()
                                && Objects.equals(s.device(), scan.device()));
    }

    private static Outcome<TicketEvent, Admission> refusedScan(
            ScanTicket command, String reason, @Nullable String explanation) {
        Refusal refusal = new Refusal(Refusal.Kind.INVALID, reason, Objects.requireNonNullElse(explanation, ""), null);
        return refusedKeeping(
                refusal, List.of(new TicketScanRefused(command.ticket(), command.scan(), reason, explanation)));
    }

    private static Scan marked(Scan scan, boolean forced) {
        return new Scan(
                scan.id(),
                scan.list(),
                scan.type(),
                scan.at(),
                scan.device(),
                scan.deviceId(),
                scan.gate(),
                scan.nonce(),
                scan.sourceType(),
                scan.forceSent(),
                forced,
                scan.automatic());
    }
}
