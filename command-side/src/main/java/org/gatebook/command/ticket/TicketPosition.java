package org.gatebook.command.ticket;

import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.decision.Decision;
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
import org.gatebook.api.ticket.TicketId;
import org.gatebook.eventstore.aggregate.Decides;
import org.gatebook.eventstore.aggregate.EventSourcedAggregateRoot;
import org.jspecify.annotations.Nullable;

/** The admission side of an order position, as Axon sees it; the rules are in {@link TicketDecider}. */
class TicketPosition extends EventSourcedAggregateRoot<TicketState, TicketEvent> {

    TicketPosition() {
        super(TicketEvent.class);
    }

    @Decides
    Decision<TicketId> on(IssueTicket issue) {
        return settle(issue, TicketDecider.issue(state(), issue));
    }

    @Decides
    Decision<TicketId> on(ChangeTicketTerms change) {
        return settle(change, TicketDecider.changeTerms(state(), change));
    }

    @Decides
    Decision<TicketId> on(MoveTicket move) {
        return settle(move, TicketDecider.move(state(), move));
    }

    @Decides
    Decision<TicketId> on(CancelTicket cancel) {
        return settle(cancel, TicketDecider.cancel(state(), cancel));
    }

    @Decides
    Decision<TicketId> on(BlockTicket block) {
        return settle(block, TicketDecider.block(state(), block));
    }

    @Decides
    Decision<TicketId> on(UnblockTicket unblock) {
        return settle(unblock, TicketDecider.unblock(state(), unblock));
    }

    @Decides
    Decision<TicketId> on(ReplaceTicketSecret replace) {
        return settle(replace, TicketDecider.replaceSecret(state(), replace));
    }

    @Decides
    Decision<Admission> on(ScanTicket scan) {
        return settle(scan, TicketDecider.scan(state(), scan));
    }

    @Decides
    Decision<TicketId> on(RecordAutomaticScan record) {
        return settle(record, TicketDecider.recordAutomatic(state(), record));
    }

    @Decides
    Decision<TicketId> on(RecordRefusedScan record) {
        return settle(record, TicketDecider.recordRefused(state(), record));
    }

    @Decides
    Decision<TicketId> on(EraseTicket erase) {
        return settle(erase, TicketDecider.erase(state(), erase));
    }

    @Override
    protected TicketState evolve(@Nullable TicketState before, TicketEvent event) {
        return TicketState.evolve(before, event);
    }

    @Override
    protected OrganizerSlug organizer(TicketState of) {
        return of.organizer();
    }

    @Override
    protected EventSlug event(TicketState of) {
        return of.event();
    }
}
