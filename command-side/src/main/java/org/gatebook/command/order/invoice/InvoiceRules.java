package org.gatebook.command.order.invoice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gatebook.api.decision.Refusal;
import org.gatebook.api.invoice.InvoiceOccasion;
import org.gatebook.api.invoice.InvoiceRefusals;
import org.gatebook.api.invoice.InvoiceWish;
import org.gatebook.api.offer.EventTerms.Invoices;
import org.gatebook.api.offer.InvoiceGeneration;
import org.gatebook.command.order.invoice.InvoicePlan.Step;
import org.gatebook.command.order.state.InvoiceBook;
import org.gatebook.command.order.state.InvoiceBook.Document;
import org.gatebook.command.order.state.OrderContents;
import org.gatebook.command.order.state.OrderState;
import org.gatebook.command.order.state.OrderState.Canceled;
import org.gatebook.command.order.state.OrderState.Paid;
import org.gatebook.command.order.state.OrderState.Pending;

/** Which documents an order gets, and which it does not (behaviour notes, orders 13). */
public final class InvoiceRules {

    private final OrderState order;
    private final InvoiceBook book;
    private final Invoices terms;

    private InvoiceRules(OrderState order, Invoices terms) {
        this.order = order;
        this.book = order.contents().invoices();
        this.terms = terms;
    }

    /**
     * What is to be made.
     *
     * @param terms of the order's event
     * @param today the day of what is made
     */
    public static InvoicePlan plan(OrderState order, InvoiceWish wish, Invoices terms, LocalDate today) {
        InvoiceRules rules = new InvoiceRules(order, terms);
        return switch (wish) {
            case InvoiceWish.ByHand byHand -> rules.byHand();
            case InvoiceWish.Reissue again -> rules.reissue(again.invoice());
            case InvoiceWish.Regenerate again -> rules.regenerate(again.invoice(), today);
            case InvoiceWish.After after -> InvoicePlan.of(rules.after(after.occasion()));
        };
    }

    private InvoicePlan byHand() {
        if (!terms.generate().allowsByHand() || !isQualified()) {
            return InvoicePlan.refused(InvoiceRefusals.NOT_QUALIFIED);
        }
        boolean valid = order instanceof Pending || order instanceof Paid;
        if (!book.hasNone() && !(valid && book.allCanceled())) {
            return InvoicePlan.refused(InvoiceRefusals.EXISTS);
        }
        return InvoicePlan.of(issue());
    }

    /** A cancellation is final as well (decisions, "Repaired on purpose"). */
    private InvoicePlan reissue(long id) {
        Document document = book.find(id).orElse(null);
        if (document == null) {
            return InvoicePlan.refused(Refusal.notFound());
        }
        if (document.cancelsAnother() || book.isCanceled(id)) {
            return InvoicePlan.refused(InvoiceRefusals.CANCELED);
        }
        List<Step> steps = new ArrayList<>();
        steps.add(new Step.Cancel(id));
        if (!(order instanceof Canceled)) {
            steps.addAll(issue());
        }
        return InvoicePlan.of(steps);
    }

    private InvoicePlan regenerate(long id, LocalDate today) {
        Document document = book.find(id).orElse(null);
        if (document == null) {
            return InvoicePlan.refused(Refusal.notFound());
        }
        if (book.isCanceled(id)) {
            return InvoicePlan.refused(InvoiceRefusals.CANCELED);
        }
        if (!terms.regenerateAllowed()) {
            return InvoicePlan.refused(InvoiceRefusals.FINAL);
        }
        return document.date().isBefore(today.minusDays(1))
                ? InvoicePlan.refused(InvoiceRefusals.TOO_OLD)
                : InvoicePlan.of(List.of(new Step.Regenerate(id)));
    }

    private List<Step> after(InvoiceOccasion occasion) {
        return switch (occasion) {
            case PLACED -> isQualified() && book.hasNone() && isWantedNow() ? issue() : List.of();
            case APPROVED ->
                isQualified() && book.hasNone() && terms.generate() == InvoiceGeneration.ALWAYS ? issue() : List.of();
            case PAID -> paid();
            case CALLED_OFF -> cancelOpen();
            case CANCELED_FOR_FEE -> book.hasNone() ? List.of() : replace();
            case REVIVED -> isQualified() && book.allCanceled() ? issue() : List.of();
            case CHANGED -> changed();
            case SPLIT_OFF -> isFree() || !book.hasNone() ? List.of() : issue();
        };
    }

    private List<Step> paid() {
        boolean first = book.hasNone() && terms.generate().isAutomatic();
        return isQualified() && (first || book.allCanceled() || book.outdated()) ? replace() : List.of();
    }

    private List<Step> changed() {
        if (!(order instanceof Pending || order instanceof Paid) || !isQualified()) {
            return cancelOpen();
        }
        // Where nobody makes invoices automatically, one that was made by hand is kept right.
        boolean automatic = terms.generate().isAutomatic();
        if (isWantedNow() || (!automatic && book.open() != null)) {
            return replace();
        }
        return automatic && book.open() != null && !book.outdated() ? List.of(new Step.Outdate()) : List.of();
    }

    private boolean isWantedNow() {
        return terms.generate().isDue(order instanceof Paid);
    }

    private boolean isQualified() {
        OrderContents contents = order.contents();
        return !isFree() && !contents.requireApproval() && terms.salesChannels().contains(contents.salesChannel());
    }

    private boolean isFree() {
        return order.contents().total().amount().signum() == 0;
    }

    private List<Step> replace() {
        List<Step> steps = new ArrayList<>(cancelOpen());
        steps.addAll(issue());
        return steps;
    }

    private List<Step> cancelOpen() {
        Document open = book.open();
        return open == null ? List.of() : List.of(new Step.Cancel(open.id()));
    }

    private List<Step> issue() {
        return order instanceof Canceled
                ? List.of(new Step.Issue(), new Step.CancelIssued())
                : List.of(new Step.Issue());
    }
}
