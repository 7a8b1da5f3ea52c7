package org.gatebook.catalogue.voucher;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.offer.Voucher;
import org.gatebook.api.offer.Vouchers;
import org.gatebook.catalogue.resource.Documents;
import org.gatebook.catalogue.resource.Owner;
import org.gatebook.catalogue.resource.ResourceSelection;
import org.springframework.stereotype.Component;

/**
 * Answers what decisions ask about vouchers. In a unit that writes, what was read stays as it is until the unit ends:
 * otherwise somebody could lower the number of usages between the look at it and the counting.
 */
@Component
final class StoredVouchers implements Vouchers {

    private final Documents documents;

    StoredVouchers(Documents documents) {
        this.documents = documents;
    }

    @Override
    public Map<String, Voucher> byCode(OrganizerSlug organizer, EventSlug event, Collection<String> codes) {
        Map<String, Voucher> vouchers = new LinkedHashMap<>();
        if (!codes.isEmpty()) {
            held(organizer, event, "key = ANY (:codes)", Map.of("codes", codes.toArray(String[]::new)))
                    .forEach(voucher -> vouchers.put(voucher.code(), voucher));
        }
        return vouchers;
    }

    @Override
    public Map<Long, Voucher> byId(OrganizerSlug organizer, EventSlug event, Collection<Long> ids) {
        Map<Long, Voucher> vouchers = new LinkedHashMap<>();
        if (!ids.isEmpty()) {
            held(organizer, event, "id = ANY (:ids)", Map.of("ids", ids.toArray(Long[]::new)))
                    .forEach(voucher -> vouchers.put(voucher.id(), voucher));
        }
        return vouchers;
    }

    private List<Voucher> held(OrganizerSlug organizer, EventSlug event, String condition, Map<String, ?> values) {
        return documents
                .held(
                        VoucherFields.TYPE,
                        ResourceSelection.of(Owner.of(organizer, event)).and(condition, values))
                .stream()
                .map(VoucherFields::voucher)
                .toList();
    }
}
