package org.gatebook.query.history.sentence;

import static org.gatebook.query.history.sentence.Wording.moment;
import static org.gatebook.query.history.sentence.Wording.validity;

import org.gatebook.api.ticket.IssuedTicket;
import org.gatebook.api.ticket.Scan;
import org.gatebook.api.ticket.ScanOfUnknownCode;
import org.gatebook.api.ticket.ScanOfUnknownCode.UnknownCodeRefused;
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
import org.gatebook.api.ticket.TicketTerms;
import org.jspecify.annotations.Nullable;

/** What happened to a ticket, and at the door to codes that are none. */
final class TicketSentences {

    private TicketSentences() {}

    static String of(TicketEvent event, Facts facts) {
        return switch (event) {
            case TicketIssued e -> issued(e.issued(), facts);
            case TicketTermsChanged e -> "The ticket is for " + product(e.terms()) + " from now on";
            case TicketMoved e -> "The ticket belongs to " + facts.order(e.order()) + " from now on";
            case TicketCanceled e -> "The ticket was cancelled, because its position was taken out of the order";
            case TicketBlocksChanged e ->
                e.blocks().isEmpty()
                        ? "Nothing blocks the ticket any more"
                        : "The ticket is blocked from now on: " + String.join(", ", e.blocks());
            case TicketSecretReplaced e ->
                "The ticket got a new secret"
                        + (e.formerRevoked() ? ", and devices are told that the former one is void" : "");
            case TicketScanned e -> passed(e.scan());
            case TicketScanRefused e -> refused(e.scan(), e.reason(), e.explanation());
            case TicketErased e -> "Who comes with the ticket was erased, and its secret with it";
        };
    }

    static String of(ScanOfUnknownCode event) {
        return switch (event) {
            case UnknownCodeRefused e -> refused(e.scan(), e.reason(), e.explanation()) + "; the code is no ticket's";
        };
    }

    private static String issued(IssuedTicket issued, Facts facts) {
        return "The ticket of position " + issued.positionid() + " of " + facts.order(issued.order())
                + " was issued for " + product(issued.terms());
    }

    private static String product(TicketTerms terms) {
        return "product " + terms.item()
                + (terms.variation() == null ? "" : ", variation " + terms.variation())
                + (terms.subevent() == null ? "" : ", date " + terms.subevent())
                + validity(terms.validFrom(), terms.validUntil());
    }

    private static String passed(Scan scan) {
        String who = scan.automatic() ? "The ticket was checked " : "The ticket was scanned and let ";
        String way = switch (scan.type()) {
            case ENTRY -> "in";
            case EXIT -> "out";
        };
        return who
                + way
                + (scan.automatic() ? " without a scan" : "")
                + place(scan)
                + (scan.forced() ? ", only because the client insisted" : "");
    }

    private static String refused(Scan scan, String reason, @Nullable String explanation) {
        String way = switch (scan.type()) {
            case ENTRY -> "in";
            case EXIT -> "out";
        };
        return "A scan to be let " + way + place(scan) + " was refused: " + reason
                + (explanation == null || explanation.isBlank() ? "" : " (" + explanation + ")");
    }

    private static String place(Scan scan) {
        return " on check-in list " + scan.list() + (scan.gate() == null ? "" : " at gate " + scan.gate()) + " at "
                + moment(scan.at());
    }
}
