package org.gatebook.catalogue.customer;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.decision.Decision;
import org.gatebook.api.erasure.ErasedSubject;
import org.gatebook.api.erasure.ErasureReason;
import org.gatebook.api.erasure.ErasureRefusals;
import org.gatebook.api.erasure.SubjectKind;
import org.gatebook.api.personal.SubjectId;
import org.gatebook.catalogue.resource.Catalogue;
import org.gatebook.catalogue.resource.Document;
import org.gatebook.catalogue.resource.Documents;
import org.gatebook.catalogue.resource.Owner;
import org.gatebook.eventstore.erasure.Erasure;
import org.gatebook.eventstore.erasure.Erasures;
import org.gatebook.web.form.ApiText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Forgets who a customer was: in the document, and by its key in every event. What the customer bought stays. */
@Component
public final class CustomerErasure {

    private final CustomerResource customers;
    private final Documents documents;
    private final Catalogue catalogue;
    private final Erasures erasures;

    CustomerErasure(CustomerResource customers, Documents documents, Catalogue catalogue, Erasures erasures) {
        this.customers = customers;
        this.documents = documents;
        this.catalogue = catalogue;
        this.erasures = erasures;
    }

    /**
     * Why a customer is erased.
     *
     * @param id of the erasure, fresh
     * @param reference where the request for it is filed; null if nowhere
     */
    public record Why(
            long id, ErasureReason reason, @Nullable String reference, Instant now) {}

    /** The customer of this identifier. */
    public Optional<Document> find(OrganizerSlug organizer, String identifier) {
        return documents.byKey(customers.resource().type(), Owner.of(organizer), identifier);
    }

    /** Erases a customer. @return the number of the erasure */
    public Decision<Long> erase(OrganizerSlug organizer, Document customer, Why why) {
        if (!isLeft(customer)) {
            return new Decision.Refused<>(ErasureRefusals.NOTHING_LEFT, false);
        }
        anonymize(organizer, customer, why);
        return new Decision.Accepted<>(why.id());
    }

    /** The same for who does not mind that it was done before. @return the customer as nobody in particular */
    Document anonymize(OrganizerSlug organizer, Document customer, Why why) {
        boolean left = isLeft(customer);
        Map<String, @Nullable Object> nothing = new LinkedHashMap<>();
        nothing.put("external_identifier", null);
        nothing.put("email", null);
        nothing.put("phone", null);
        nothing.put("name_parts", Map.of());
        nothing.put("notes", null);
        nothing.put("password", null);
        nothing.put("is_active", false);
        nothing.put("is_verified", false);
        nothing.put("last_modified", ApiText.moment(why.now()));
        Document after = catalogue.change(customer, nothing);
        if (left) {
            SubjectId key = key(after);
            erasures.perform(new Erasure(
                    why.id(),
                    organizer,
                    null,
                    new ErasedSubject(SubjectKind.CUSTOMER, after.id(), after.key(), null),
                    why.reason(),
                    why.reference(),
                    false,
                    Set.of(key),
                    Set.of(after.stream()),
                    List.of(),
                    List.of(),
                    why.now()));
        }
        return after;
    }

    private boolean isLeft(Document customer) {
        return !erasures.left(List.of(key(customer))).isEmpty();
    }

    private static SubjectId key(Document customer) {
        return SubjectId.of(customer.type().kind(), customer.id());
    }
}
