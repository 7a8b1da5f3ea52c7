package org.gatebook.query.audit.ledger;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatebook.api.EventSlug;
import org.gatebook.api.event.EventName;
import org.gatebook.api.invoice.Invoice;
import org.gatebook.api.order.OrderEvent;
import org.gatebook.api.order.OrderEvent.InvoiceCanceled;
import org.gatebook.api.order.OrderEvent.InvoiceIssued;
import org.gatebook.api.order.OrderEvent.InvoiceRegenerated;
import org.gatebook.api.order.OrderEvent.OrderPlaced;
import org.gatebook.eventstore.RecordedEvent;
import org.gatebook.query.audit.journal.Account;
import org.gatebook.query.audit.journal.BookedOrder;
import org.gatebook.query.audit.journal.OrderJournal;
import org.gatebook.query.audit.journal.Posting;
import org.gatebook.query.audit.journal.Subject;
import org.gatebook.query.audit.table.Table;
import org.gatebook.query.audit.table.TableWriter;
import org.jspecify.annotations.Nullable;

/** Writes journal, orders and invoices. Orders come one after the other, so that only one is ever held. */
public final class OrderLedger {

    private final Period period;
    private final @Nullable EventSlug only;
    private final Books books;
    private final Books tests;
    private @Nullable Open open;

    /**
     * @param only of this event; null for all
     * @param books of what counts
     * @param tests of test orders
     */
    public OrderLedger(Period period, @Nullable EventSlug only, Books books, Books tests) {
        this.period = period;
        this.only = only;
        this.books = books;
        this.tests = tests;
    }

    /** The order that events come of. */
    private static final class Open {
        private final String stream;
        private final long placedBy;
        private final Books books;
        private final OrderJournal journal = new OrderJournal();
        private final Balance receivable = new Balance();
        private final Map<String, InvoiceDocument> documents = new LinkedHashMap<>();

        private Open(String stream, long placedBy, Books books) {
            this.stream = stream;
            this.placedBy = placedBy;
            this.books = books;
        }
    }

    /** Takes the next event: of one order in their sequence, then of another order. */
    public void take(RecordedEvent recorded) {
        Open current = open;
        if (current == null || !current.stream.equals(recorded.aggregateId())) {
            end();
            current = begin(recorded);
            open = current;
        }
        if (!(recorded.payload() instanceof OrderEvent event)) {
            throw new IllegalStateException(recorded.aggregateId() + " holds " + recorded.payload());
        }
        book(current, recorded, current.journal.take(event));
        document(current, recorded, event);
    }

    private Open begin(RecordedEvent first) {
        boolean test =
                first.payload() instanceof OrderPlaced placed && placed.placed().testmode();
        return new Open(first.aggregateId(), first.position(), test ? tests : books);
    }

    private boolean wanted(Open order) {
        return only == null || only.equals(order.journal.order().origin().event());
    }

    private void book(Open order, RecordedEvent event, List<Posting> postings) {
        if (postings.isEmpty() || !wanted(order)) {
            return;
        }
        boolean inPeriod = period.holds(event.position());
        TableWriter journal = order.books.table(Table.JOURNAL);
        BookedOrder.Origin origin = order.journal.order().origin();
        int line = 0;
        for (Posting posting : postings) {
            order.books.accounts().add(posting, inPeriod);
            BigDecimal amount = posting.amount().amount();
            boolean receivable = posting.account().equals(Account.RECEIVABLE);
            if (receivable) {
                order.receivable.add(amount, inPeriod);
            }
            if (!inPeriod) {
                continue;
            }
            String currency = posting.amount().currency().getCurrencyCode();
            if (receivable) {
                // As people speak of it: claims and refunds are debits of this account, payments are credits.
                boolean payment = posting.about().kind() == Subject.Kind.PAYMENT;
                order.books
                        .sums()
                        .add(currency, posting.about().kind().word() + "s", payment ? amount.negate() : amount);
            }
            journal.row(
                    event.position(),
                    ++line,
                    period.day(event.recordedAt()),
                    event.recordedAt(),
                    origin.code().value(),
                    origin.event().value(),
                    posting.account().name(),
                    amount.max(BigDecimal.ZERO),
                    amount.negate().max(BigDecimal.ZERO),
                    currency,
                    posting.taxRate(),
                    posting.about().kind().word(),
                    posting.about().number(),
                    posting.item(),
                    causeOf(event));
        }
    }

    private static String causeOf(RecordedEvent event) {
        EventName name = event.payload().getClass().getAnnotation(EventName.class);
        return name == null ? "" : name.value();
    }

    private void document(Open order, RecordedEvent recorded, OrderEvent event) {
        if (event instanceof InvoiceIssued issued) {
            made(order, recorded, issued.invoice());
        } else if (event instanceof InvoiceCanceled canceled) {
            made(order, recorded, canceled.cancellation());
        } else if (event instanceof InvoiceRegenerated again) {
            order.documents.computeIfPresent(
                    again.invoice().number().text(),
                    (number, before) -> before.madeAgain(again.invoice(), recorded.position()));
        }
    }

    private static void made(Open order, RecordedEvent recorded, Invoice invoice) {
        order.documents.put(invoice.number().text(), InvoiceDocument.of(invoice, recorded));
    }

    /** The last event was taken. */
    public void end() {
        Open order = open;
        open = null;
        if (order == null || !wanted(order)) {
            return;
        }
        BookedOrder booked = order.journal.order();
        if (order.receivable.counts()) {
            order.books
                    .table(Table.ORDERS)
                    .row(
                            booked.origin().code().value(),
                            order.placedBy,
                            booked.origin().event().value(),
                            booked.origin().placed(),
                            status(booked),
                            booked.total().currency().getCurrencyCode(),
                            booked.total().amount(),
                            order.receivable.opening(),
                            order.receivable.debit(),
                            order.receivable.credit(),
                            order.receivable.closing());
        }
        for (InvoiceDocument document : order.documents.values()) {
            if (document.touchedIn(period)) {
                document.writeTo(order.books, booked.origin().event());
            }
        }
    }

    private static String status(BookedOrder order) {
        if (order.deleted()) {
            return "deleted";
        }
        return switch (order.status()) {
            case PENDING -> order.awaitsApproval() ? "approval" : "pending";
            case PAID -> "paid";
            case EXPIRED -> "expired";
            case CANCELED -> "canceled";
        };
    }
}
