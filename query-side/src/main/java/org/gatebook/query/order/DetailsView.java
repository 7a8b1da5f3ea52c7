package org.gatebook.query.order;

import java.time.LocalDate;
import java.util.Map;
import org.gatebook.api.order.Buyer;
import org.gatebook.api.order.InvoiceAddress;
import org.gatebook.api.order.OrderDetails;
import org.gatebook.api.order.PlacedOrder;
import org.gatebook.api.personal.Personal;
import org.gatebook.api.personal.SubjectId;
import org.gatebook.catalogue.person.NameScheme;
import org.jspecify.annotations.Nullable;

/** What may be changed on an order without touching its contents or its money; erased values are empty. */
public record DetailsView(
        String locale,
        Buyer buyer,
        @Nullable LocalDate followupAt,
        boolean checkinAttention,
        @Nullable String checkinText,
        boolean validIfPending,
        @Nullable Object apiMeta,
        @Nullable String customer) {

    private static final Buyer NOBODY = new Buyer(null, null, "", null);

    static DetailsView of(PlacedOrder placed) {
        return new DetailsView(
                placed.locale(),
                placed.buyer().value().orElse(NOBODY),
                placed.followupAt(),
                placed.checkinAttention(),
                known(placed.checkinText()),
                placed.validIfPending(),
                placed.apiMeta().value().orElse(Map.of()),
                placed.customer());
    }

    static DetailsView of(OrderDetails details) {
        return new DetailsView(
                details.locale(),
                details.buyer().value().orElse(NOBODY),
                details.followupAt(),
                details.checkinAttention(),
                known(details.checkinText()),
                details.validIfPending(),
                details.apiMeta().value().orElse(Map.of()),
                details.customer());
    }

    /** The same as an event would hold it, sealed under the order. */
    OrderDetails sealed(SubjectId subject) {
        return new OrderDetails(
                locale,
                Personal.of(subject, buyer),
                followupAt,
                checkinAttention,
                checkinText == null ? null : Personal.of(subject, checkinText),
                validIfPending,
                Personal.of(subject, apiMeta == null ? Map.of() : apiMeta),
                customer);
    }

    /** The name to which invoices go; empty without one. */
    public String invoiceName() {
        InvoiceAddress address = buyer.invoiceAddress();
        return address == null ? "" : NameScheme.wholeName(address.nameParts());
    }

    /** The company to which invoices go; empty without one. */
    public String invoiceCompany() {
        InvoiceAddress address = buyer.invoiceAddress();
        return address == null ? "" : address.company();
    }

    private static @Nullable String known(@Nullable Personal<String> value) {
        return value == null ? null : value.value().orElse(null);
    }
}
