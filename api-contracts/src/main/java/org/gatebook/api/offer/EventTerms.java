package org.gatebook.api.offer;

import java.util.List;
import java.util.Set;
import org.gatebook.api.order.OrderMail;
import org.jspecify.annotations.Nullable;

/**
 * The settings of an event that decisions look at, after inheritance from organizer and defaults (behaviour notes,
 * orders 21.3).
 *
 * @param nameScheme how names are made of their parts
 * @param locales languages that its customers may choose
 * @param maxItemsPerOrder how many positions a customer may buy at once
 * @param reservationMinutes how long a cart keeps what is in it
 * @param waitingList whether people may wait for what is sold out
 * @param blockedSeatChannels sales channels that may sell seats which the organizer keeps back
 * @param defaultTaxRule the rule for payment and cancellation fees; null without
 */
public record EventTerms(
        String nameScheme,
        List<String> locales,
        int maxItemsPerOrder,
        int reservationMinutes,
        boolean waitingList,
        Set<String> blockedSeatChannels,
        @Nullable Long defaultTaxRule,
        Payment payment,
        Tickets tickets,
        Invoices invoices,
        Mails mails) {

    public EventTerms {
        locales = List.copyOf(locales);
        blockedSeatChannels = Set.copyOf(blockedSeatChannels);
    }

    /**
     * How and until when a pending order may be paid (behaviour notes, orders 21.2).
     *
     * @param providers identifiers of the providers that the event knows, enabled or not
     * @param enabledProviders those of them that customers may choose
     * @param byMinutes whether the term is counted in minutes, else in days
     * @param weekdays whether a term that ends at a weekend moves to Monday
     * @param last an absolute date ({@code 2030-05-01}) or a relative one ({@code RELDATE/...}); null without
     * @param acceptLate whether money is taken after the term
     * @param expireDelayDays for how many days more an order may be paid before it expires by itself
     */
    public record Payment(
            Set<String> providers,
            Set<String> enabledProviders,
            boolean byMinutes,
            int days,
            int minutes,
            boolean weekdays,
            @Nullable String last,
            boolean acceptLate,
            boolean expireAutomatically,
            int expireDelayDays) {

        public Payment {
            providers = Set.copyOf(providers);
            enabledProviders = Set.copyOf(enabledProviders);
        }
    }

    /**
     * How tickets are made, and when their files may be downloaded (behaviour notes, orders 4.8).
     *
     * @param secretGenerator {@code random} or {@code pretix_sig1}
     * @param outputs identifiers of the enabled forms of ticket files
     * @param download whether files may be downloaded at all: clients may unless somebody has switched it off, although
     *     the shop's own page offers them only when it was switched on (decisions, ticket downloads)
     * @param downloadFrom a date or a relative one as for payments; null for always
     * @param pending whether also of orders that are not paid yet
     * @param nonAdmission whether also of products that admit nobody
     * @param addons whether also of add-ons
     */
    public record Tickets(
            String secretGenerator,
            int secretLength,
            Set<String> outputs,
            boolean download,
            @Nullable String downloadFrom,
            boolean pending,
            boolean nonAdmission,
            boolean addons) {

        public Tickets {
            outputs = Set.copyOf(outputs);
        }
    }

    /**
     * When invoices are made and what is on them (behaviour notes, orders 13).
     *
     * @param generate when orders get invoices
     * @param salesChannels channels whose orders get invoices
     * @param numberPrefix empty for the event's slug
     * @param cancellationPrefix empty for the usual prefix
     * @param counterLength least digits of a number
     * @param consecutive whether numbers are counted; else they are made of the order's code
     * @param includeExpiryDate whether it says until when to pay
     * @param includeFree whether free positions have lines
     * @param attendeeName whether lines name who attends
     * @param regenerateAllowed whether an invoice may be made again under its number
     * @param euCurrencies {@code True} to print foreign totals by the rates of the ECB, {@code CZK} by those of the CNB
     */
    public record Invoices(
            InvoiceGeneration generate,
            Set<String> salesChannels,
            String numberPrefix,
            String cancellationPrefix,
            int counterLength,
            boolean consecutive,
            boolean includeExpiryDate,
            boolean includeFree,
            boolean attendeeName,
            boolean regenerateAllowed,
            String euCurrencies,
            Sender from,
            Text introductoryText,
            Text additionalText,
            Text footerText) {

        public Invoices {
            salesChannels = Set.copyOf(salesChannels);
        }
    }

    /**
     * Who is told what (behaviour notes, orders 7.12 and 14).
     *
     * @param channels sales channels whose customers are told when an order was placed, unless the client says something
     *     about it, and paid
     * @param toAttendees what those who come along are told too
     */
    public record Mails(Set<String> channels, Set<OrderMail> toAttendees) {

        public Mails {
            channels = Set.copyOf(channels);
            toAttendees = Set.copyOf(toAttendees);
        }
    }

    /** Whom an invoice is from; empty where nobody has said it. */
    public record Sender(
            String name, String address, String zipcode, String city, String country, String taxId, String vatId) {}
}
