package org.gatebook.query.history.reason;

import static org.gatebook.query.history.sentence.Wording.moment;
import static org.gatebook.query.history.sentence.Wording.several;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gatebook.api.catalogue.ResourceChanged;
import org.gatebook.api.order.OrderEvent;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.order.OrderStatus;
import org.gatebook.api.ticket.Scan;
import org.gatebook.api.ticket.ScanReason;
import org.gatebook.api.ticket.TicketEvent;
import org.gatebook.api.ticket.TicketEvent.TicketBlocksChanged;
import org.gatebook.api.ticket.TicketEvent.TicketCanceled;
import org.gatebook.api.ticket.TicketEvent.TicketIssued;
import org.gatebook.api.ticket.TicketEvent.TicketMoved;
import org.gatebook.api.ticket.TicketEvent.TicketScanRefused;
import org.gatebook.api.ticket.TicketEvent.TicketScanned;
import org.gatebook.api.ticket.TicketEvent.TicketSecretReplaced;
import org.gatebook.api.ticket.TicketEvent.TicketTermsChanged;
import org.gatebook.api.ticket.TicketId;
import org.gatebook.api.ticket.TicketTerms;
import org.gatebook.eventstore.RecordedEvent;
import org.gatebook.query.history.sentence.Actor;
import org.gatebook.query.order.OrderFold;
import org.gatebook.query.order.OrderView;
import org.jspecify.annotations.Nullable;

/** Why a ticket opens the door or does not, and what the last scan was judged by. */
final class TicketReasons {

    private final Chronicle story;
    private final Steps steps;
    private final List<RecordedEvent> own;
    private final OrderId order;

    private TicketReasons(Chronicle story, TicketId id) {
        this.story = story;
        this.steps = new Steps(story);
        this.own = story.of(id.aggregateId()).toList();
        this.order = ((TicketEvent) own.getFirst().payload()).order();
    }

    /** The reasons of a ticket whose whole stream is in the story, and that of its order. */
    static List<Reason> of(Chronicle story, TicketId id) {
        TicketReasons of = new TicketReasons(story, id);
        List<Reason> reasons = new ArrayList<>();
        reasons.add(of.validity());
        of.lastScan().ifPresent(reasons::add);
        of.secret().ifPresent(reasons::add);
        of.move().ifPresent(reasons::add);
        return reasons;
    }

    /** The rules of the door in the order in which they are asked, as far as no list and no clock is needed for them. */
    private Reason validity() {
        Optional<RecordedEvent> canceled = newest(TicketCanceled.class);
        if (canceled.isPresent()) {
            return steps.reason(
                    "validity", "The ticket opens nothing, because its position was cancelled.", canceled.get());
        }
        OrderView standing = standing();
        RecordedEvent decided = statusEvent();
        switch (standing.status()) {
            case CANCELED, EXPIRED -> {
                String how = standing.status() == OrderStatus.CANCELED ? "cancelled" : "expired";
                return steps.reason("validity", "The ticket opens nothing, because its order is " + how + ".", decided);
            }
            case PENDING, PAID -> {
                // Asked below, behind what blocks the ticket.
            }
        }
        Optional<RecordedEvent> blocked = newest(TicketBlocksChanged.class)
                .filter(event ->
                        !((TicketBlocksChanged) event.payload()).blocks().isEmpty());
        if (blocked.isPresent()) {
            String blocks =
                    String.join(", ", ((TicketBlocksChanged) blocked.get().payload()).blocks());
            return steps.reason(
                    "validity",
                    "The ticket opens nothing, because "
                            + Actor.of(blocked.get().metadata()).spoken() + " blocked it: " + blocks + ".",
                    blocked.get());
        }
        return steps.reason("validity", unhindered(standing), decided);
    }

    private String unhindered(OrderView standing) {
        if (standing.status() == OrderStatus.PAID) {
            return "The ticket is valid, because its order is paid." + window();
        }
        if (standing.requireApproval()) {
            return "The ticket opens nothing, because the organizer has not approved its order yet.";
        }
        return standing.details().validIfPending()
                ? "The ticket is valid, because its order is to be let in although it is not paid." + window()
                : "The ticket opens nothing but check-in lists that take unpaid orders, because its order is not paid."
                        + window();
    }

    private String window() {
        TicketTerms terms = own.stream()
                .map(RecordedEvent::payload)
                .map(event -> event instanceof TicketTermsChanged changed
                        ? changed.terms()
                        : event instanceof TicketIssued issued ? issued.issued().terms() : null)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
        Instant from = terms.validFrom();
        Instant until = terms.validUntil();
        if (from == null && until == null) {
            return "";
        }
        return " It is good" + (from == null ? "" : " from " + moment(from))
                + (until == null ? "" : " until " + moment(until)) + ".";
    }

    private OrderView standing() {
        OrderView view = null;
        for (RecordedEvent event : story.of(order.aggregateId()).toList().reversed()) {
            view = OrderFold.fold(view, (OrderEvent) event.payload(), event.position());
        }
        if (view == null) {
            throw new IllegalArgumentException("the story has no event of the ticket's order");
        }
        return view;
    }

    private RecordedEvent statusEvent() {
        return story.of(order.aggregateId())
                .filter(event -> OrderReasons.setsStatus((OrderEvent) event.payload()))
                .findFirst()
                .orElseThrow();
    }

    /** By the moment of the scan: what a device uploads late may be older than what is known already. */
    private Optional<Reason> lastScan() {
        return own.stream()
                .filter(event -> scan(event) != null)
                .max(Comparator.comparing((RecordedEvent event) -> scanOf(event).at())
                        .thenComparingLong(RecordedEvent::position))
                .map(event -> steps.reason("last_scan", judgement(event), event));
    }

    private String judgement(RecordedEvent event) {
        Scan scan = scanOf(event);
        String where = "The last scan, at " + moment(scan.at()) + " on " + list(scan);
        if (event.payload() instanceof TicketScanRefused refused) {
            return where + ", was refused, because "
                    + ScanReason.ofCode(refused.reason())
                            .map(TicketReasons::rule)
                            .orElse(refused.reason())
                    + " (" + refused.reason() + ").";
        }
        return where + ", was accepted"
                + (scan.forced()
                        ? ", although a rule spoke against it, because the client insisted."
                        : ", because no rule spoke against it.");
    }

    /** What each reason means at the door (behaviour notes, check-in 4.4 and 4.6). */
    private static String rule(ScanReason reason) {
        return switch (reason) {
            case CANCELED -> "the position was cancelled, or its order was neither paid nor pending";
            case BLOCKED -> "the ticket was blocked";
            case UNAPPROVED -> "the organizer had not approved the order";
            case INVALID_TIME -> "it was not the ticket's time";
            case INVALID -> "the device took the code for no ticket";
            case UNPAID -> "the order was not paid";
            case PRODUCT -> "the check-in list was not for this product or date";
            case RULES -> "the check-in list's own rules did not hold";
            case REVOKED -> "the scanned secret was void";
            case INCOMPLETE -> "questions were not answered";
            case ALREADY_REDEEMED -> "the ticket had been used on this check-in list";
            case AMBIGUOUS -> "the code meant several tickets";
            case ERROR -> "the device reported an error";
        };
    }

    private String list(Scan scan) {
        return story.newest(
                        ResourceChanged.class,
                        list -> list.kind().equals(TicketCauses.LIST) && list.id() == scan.list())
                .map(event -> ((ResourceChanged) event.payload()).plain().get("name"))
                .map(name -> "the check-in list “" + (name instanceof Map<?, ?> ? scan.list() : name) + "”")
                .orElse("check-in list " + scan.list());
    }

    private Optional<Reason> secret() {
        List<RecordedEvent> replaced = own.stream()
                .filter(event -> event.payload() instanceof TicketSecretReplaced)
                .toList();
        return replaced.isEmpty()
                ? Optional.empty()
                : Optional.of(steps.reason(
                        "secret",
                        "The ticket's secret is not the first one: it was replaced " + several(replaced.size(), "time")
                                + ".",
                        replaced.stream()));
    }

    private Optional<Reason> move() {
        return newest(TicketMoved.class)
                .map(event -> steps.reason(
                        "order",
                        "The ticket belongs to " + story.facts().order(order)
                                + ", because its position was split off another order.",
                        event));
    }

    private Optional<RecordedEvent> newest(Class<? extends TicketEvent> kind) {
        return own.stream().filter(event -> kind.isInstance(event.payload())).findFirst();
    }

    private static Scan scanOf(RecordedEvent event) {
        return Objects.requireNonNull(scan(event));
    }

    private static @Nullable Scan scan(RecordedEvent event) {
        if (event.payload() instanceof TicketScanned scanned) {
            return scanned.scan();
        }
        return event.payload() instanceof TicketScanRefused refused ? refused.scan() : null;
    }
}
