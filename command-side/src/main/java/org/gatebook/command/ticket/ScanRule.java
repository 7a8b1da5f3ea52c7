package org.gatebook.command.ticket;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.gatebook.api.offer.CheckinList;
import org.gatebook.api.ticket.Door;
import org.gatebook.api.ticket.OrderStanding;
import org.gatebook.api.ticket.OrderStanding.Status;
import org.gatebook.api.ticket.Scan;
import org.gatebook.api.ticket.Scan.Direction;
import org.gatebook.api.ticket.ScanReason;
import org.gatebook.command.ticket.rule.EntryFacts;
import org.gatebook.command.ticket.rule.EntryRules;
import org.jspecify.annotations.Nullable;

/**
 * The rules of the door, in the order in which they are asked; the first that is broken gives the reason (behaviour
 * notes, check-in 4.4, and the notes to the recordings: approval is asked before validity).
 */
enum ScanRule {
    /** A cancelled position, or an order that is neither paid nor pending, opens nothing. */
    CANCELED(ScanReason.CANCELED, true) {
        @Override
        boolean isBroken(TicketState ticket, Scan scan, Door door) {
            Status status = door.standing().status();
            return ticket.canceled() || (status != Status.PAID && status != Status.PENDING);
        }
    },
    /** A blocked ticket opens nothing. */
    BLOCKED(ScanReason.BLOCKED, true) {
        @Override
        boolean isBroken(TicketState ticket, Scan scan, Door door) {
            return !ticket.blocks().isEmpty();
        }
    },
    /** The organizer must have said yes. */
    UNAPPROVED(ScanReason.UNAPPROVED, true) {
        @Override
        boolean isBroken(TicketState ticket, Scan scan, Door door) {
            OrderStanding order = door.standing();
            return order.status() != Status.PAID && order.requireApproval();
        }
    },
    /** Not before its time. */
    TOO_EARLY(ScanReason.INVALID_TIME, false) {
        @Override
        boolean isBroken(TicketState ticket, Scan scan, Door door) {
            Instant from = ticket.terms().validFrom();
            return from != null && scan.at().isBefore(from);
        }

        @Override
        @Nullable
        String explanation(TicketState ticket, Scan scan, Door door) {
            Instant from = ticket.terms().validFrom();
            return from == null ? null : "This ticket is only valid after " + moment(from, door) + ".";
        }
    },
    /** Not after its time. */
    TOO_LATE(ScanReason.INVALID_TIME, false) {
        @Override
        boolean isBroken(TicketState ticket, Scan scan, Door door) {
            Instant until = ticket.terms().validUntil();
            return until != null && scan.at().isAfter(until);
        }

        @Override
        @Nullable
        String explanation(TicketState ticket, Scan scan, Door door) {
            Instant until = ticket.terms().validUntil();
            return until == null ? null : "This ticket was only valid before " + moment(until, door) + ".";
        }
    },
    /** The list must be for this product. */
    PRODUCT(ScanReason.PRODUCT, true) {
        @Override
        boolean isBroken(TicketState ticket, Scan scan, Door door) {
            return !door.list().accepts(ticket.terms().item());
        }
    },
    /** The list must be for this date. */
    DATE(ScanReason.PRODUCT, true) {
        @Override
        boolean isBroken(TicketState ticket, Scan scan, Door door) {
            Long date = door.list().subevent();
            return date != null && !date.equals(ticket.terms().subevent());
        }
    },
    /** The order must be paid, or good enough for this door. */
    UNPAID(ScanReason.UNPAID, true) {
        @Override
        boolean isBroken(TicketState ticket, Scan scan, Door door) {
            OrderStanding order = door.standing();
            boolean letIn = door.ignoreUnpaid() && door.list().includePending() && order.status() == Status.PENDING;
            return order.status() != Status.PAID && !order.validIfPending() && !letIn;
        }
    },
    /** The list's own rules must hold. */
    RULES(ScanReason.RULES, false) {
        @Override
        boolean isBroken(TicketState ticket, Scan scan, Door door) {
            return !EntryRules.of(door.list()).allow(facts(ticket, scan, door));
        }

        @Override
        String explanation(TicketState ticket, Scan scan, Door door) {
            return EntryRules.of(door.list()).explain(facts(ticket, scan, door), door.now());
        }
    };

    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final ScanReason reason;
    private final boolean forExits;

    ScanRule(ScanReason reason, boolean forExits) {
        this.reason = reason;
        this.forExits = forExits;
    }

    /** What the API answers as reason. */
    ScanReason reason() {
        return reason;
    }

    /** Whether the rule is asked for this direction. */
    boolean appliesTo(Direction direction) {
        return forExits || direction == Direction.ENTRY;
    }

    abstract boolean isBroken(TicketState ticket, Scan scan, Door door);

    /** For whoever stands at the door; null if the reason says it all. */
    @Nullable
    String explanation(TicketState ticket, Scan scan, Door door) {
        return null;
    }

    /** Whether one more entry is allowed on this list; not asked for exits. */
    static boolean entryAllowed(TicketState ticket, CheckinList list) {
        if (list.allowMultipleEntries()) {
            return true;
        }
        boolean neverEntered = ticket.scansOn(list.id()).stream().allMatch(s -> s.type() == Direction.EXIT);
        boolean left =
                ticket.newestOn(list.id()).map(s -> s.type() == Direction.EXIT).orElse(false);
        return neverEntered || (list.allowEntryAfterExit() && left);
    }

    private static EntryFacts facts(TicketState ticket, Scan scan, Door door) {
        return new EntryFacts(
                scan.at(),
                ticket.terms().item(),
                ticket.terms().variation(),
                scan.gate(),
                ticket.scansOn(door.list().id()).stream()
                        .map(past -> new EntryFacts.Passage(past.type() == Direction.ENTRY, past.at()))
                        .toList(),
                door.occasion());
    }

    private static String moment(Instant at, Door door) {
        return SHORT.format(at.atZone(door.occasion().zone()));
    }
}
