package org.gatebook.catalogue.customer;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.catalogue.CustomerReference;
import org.gatebook.api.catalogue.Customers;
import org.gatebook.catalogue.resource.Documents;
import org.gatebook.catalogue.resource.Owner;
import org.gatebook.web.request.LinkBase;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers what other modules ask about customers. */
@Component
public final class StoredCustomers implements Customers {

    /** Customers show no links. */
    private static final LinkBase NOWHERE = new LinkBase("");

    private final Documents documents;
    private final CustomerResource customers;

    public StoredCustomers(Documents documents, CustomerResource customers) {
        this.documents = documents;
        this.customers = customers;
    }

    @Override
    public Optional<CustomerReference> find(OrganizerSlug organizer, String identifier) {
        return documents
                .byKey(customers.resource().type(), Owner.of(organizer), identifier)
                .map(customer -> new CustomerReference(organizer, customer.id(), identifier));
    }

    @Override
    public Map<String, Map<String, @Nullable Object>> shown(OrganizerSlug organizer, Collection<String> identifiers) {
        Map<String, Map<String, @Nullable Object>> shown = new LinkedHashMap<>();
        documents
                .byKeys(customers.resource().type(), Owner.of(organizer), List.copyOf(identifiers))
                .forEach(customer -> shown.put(
                        Objects.requireNonNull(customer.key()),
                        customers.resource().show(customer, NOWHERE)));
        return shown;
    }
}
