package org.gatebook.command.ticket;

import static org.gatebook.api.decision.Outcome.accepted;
import static org.gatebook.api.decision.Outcome.refused;
import static org.gatebook.api.decision.Outcome.refusedKeeping;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.gatebook.api.decision.Outcome;
import org.gatebook.api.decision.Refusal;
import org.gatebook.api.ticket.Door;
import org.gatebook.api.ticket.Scan;
import org.gatebook.api.ticket.Scan.Direction;
import org.gatebook.api.ticket.ScanReason;
import org.gatebook.api.ticket.TicketCommand.Admission;
import org.gatebook.api.ticket.TicketCommand.BlockTicket;
import org.gatebook.api.ticket.TicketCommand.CancelTicket;
import org.gatebook.api.ticket.TicketCommand.ChangeTicketTerms;
import org.gatebook.api.ticket.TicketCommand.EraseTicket;
import org.gatebook.api.ticket.TicketCommand.IssueTicket;
import org.gatebook.api.ticket.TicketCommand.MoveTicket;
import org.gatebook.api.ticket.TicketCommand.RecordAutomaticScan;
import org.gatebook.api.ticket.TicketCommand.RecordRefusedScan;
import org.gatebook.api.ticket.TicketCommand.ReplaceTicketSecret;
import org.gatebook.api.ticket.TicketCommand.ScanTicket;
import org.gatebook.api.ticket.TicketCommand.UnblockTicket;
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
import org.gatebook.api.ticket.TicketRefusals;
import org.jspecify.annotations.Nullable;

/** Decides about a ticket. */
final class TicketDecider {

    private TicketDecider() {}

    static Outcome<TicketEvent, TicketId> issue(@Nullable TicketState state, IssueTicket command) {
        if (state != null) {
            throw new IllegalStateException("the number of a new ticket was used before: " + command.ticket());
        }
        return accepted(command.ticket(), List.of(new TicketIssued(command.issued())));
    }

    static Outcome<TicketEvent, TicketId> changeTerms(@Nullable TicketState state, ChangeTicketTerms command) {
        if (state == null) {
            return refused(TicketRefusals.UNKNOWN);
        }
        return state.terms().equals(command.terms())
                ? unchanged(state)
                : happened(state, new TicketTermsChanged(state.id(), state.order(), command.terms()));
    }

    static Outcome<TicketEvent, TicketId> move(@Nullable TicketState state, MoveTicket command) {
        if (state == null) {
            return refused(TicketRefusals.UNKNOWN);
        }
        return state.order().equals(command.order())
                ? unchanged(state)
                : happened(state, new TicketMoved(state.id(), command.order()));
    }

    static Outcome<TicketEvent, TicketId> cancel(@Nullable TicketState state, CancelTicket command) {
        if (state == null) {
            return refused(TicketRefusals.UNKNOWN);
        }
        return state.canceled() ? unchanged(state) : happened(state, new TicketCanceled(state.id(), state.order()));
    }

    static Outcome<TicketEvent, TicketId> block(@Nullable TicketState state, BlockTicket command) {
        if (state == null) {
            return refused(TicketRefusals.UNKNOWN);
        }
        if (state.blocks().contains(command.reason())) {
            return unchanged(state);
        }
        List<String> blocks = new ArrayList<>(state.blocks());
        blocks.add(command.reason());
        return happened(state, new TicketBlocksChanged(state.id(), state.order(), List.copyOf(blocks)));
    }

    static Outcome<TicketEvent, TicketId> unblock(@Nullable TicketState state, UnblockTicket command) {
        if (state == null) {
            return refused(TicketRefusals.UNKNOWN);
        }
        List<String> blocks = new ArrayList<>(state.blocks());
        return blocks.remove(command.reason())
                ? happened(state, new TicketBlocksChanged(state.id(), state.order(), List.copyOf(blocks)))
                : unchanged(state);
    }

    static Outcome<TicketEvent, TicketId> replaceSecret(@Nullable TicketState state, ReplaceTicketSecret command) {
        return state == null
                ? refused(TicketRefusals.UNKNOWN)
                : happened(
                        state,
                        new TicketSecretReplaced(state.id(), state.order(), command.secret(), command.revokeFormer()));
    }

    /** Whatever its state; whether people may be erased is for their order to say. */
    static Outcome<TicketEvent, TicketId> erase(@Nullable TicketState state, EraseTicket command) {
        return state == null
                ? refused(TicketRefusals.UNKNOWN)
                : happened(state, new TicketErased(state.id(), state.order(), command.erasure()));
    }

    static Outcome<TicketEvent, TicketId> recordAutomatic(@Nullable TicketState state, RecordAutomaticScan command) {
        return state == null
                ? refused(TicketRefusals.UNKNOWN)
                : happened(state, new TicketScanned(state.id(), state.order(), command.scan()));
    }

    static Outcome<TicketEvent, TicketId> recordRefused(@Nullable TicketState state, RecordRefusedScan command) {
        return state == null
                ? refused(TicketRefusals.UNKNOWN)
                : happened(
                        state,
                        new TicketScanRefused(
                                state.id(),
                                state.order(),
                                command.scan(),
                                command.reason(),
                                command.explanation(),
                                command.barcode()));
    }

    /**
     * Behaviour notes, check-in 4.4: rules in their order, then questions (never under force), then a known nonce, then
     * whether the ticket was used. A refused scan is kept, one that only lacks answers is not.
     */
    static Outcome<TicketEvent, Admission> scan(@Nullable TicketState state, ScanTicket command) {
        if (state == null) {
            return refused(TicketRefusals.UNKNOWN);
        }
        Scan scan = command.scan();
        Door door = command.door();
        boolean forced = scan.forced();
        for (ScanRule rule : ScanRule.values()) {
            if (rule.appliesTo(scan.type()) && rule.isBroken(state, scan, door)) {
                if (!door.force()) {
                    return refusedScan(state, command, rule.reason(), rule.explanation(state, scan, door));
                }
                forced = true;
            }
        }
        if (scan.type() == Direction.ENTRY && door.questionsOpen() && !door.force()) {
            return refused(new Refusal(Refusal.Kind.INVALID, ScanReason.INCOMPLETE.code(), "", null));
        }
        if (isKnown(state, scan)) {
            return accepted(Admission.KNOWN, List.of());
        }
        if (scan.type() == Direction.ENTRY && !ScanRule.entryAllowed(state, door.list())) {
            if (!door.force()) {
                return refusedScan(state, command, ScanReason.ALREADY_REDEEMED, null);
            }
            forced = true;
        }
        return accepted(
                Admission.RECORDED,
                List.of(new TicketScanned(state.id(), state.order(), forced ? scan.asForced() : scan)));
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
            TicketState state, ScanTicket command, ScanReason reason, @Nullable String explanation) {
        Refusal refusal =
                new Refusal(Refusal.Kind.INVALID, reason.code(), Objects.requireNonNullElse(explanation, ""), null);
        return refusedKeeping(
                refusal,
                List.of(new TicketScanRefused(
                        state.id(), state.order(), command.scan(), reason.code(), explanation, command.barcode())));
    }

    private static Outcome<TicketEvent, TicketId> unchanged(TicketState state) {
        return accepted(state.id(), List.of());
    }

    private static Outcome<TicketEvent, TicketId> happened(TicketState state, TicketEvent event) {
        return accepted(state.id(), List.of(event));
    }
}
