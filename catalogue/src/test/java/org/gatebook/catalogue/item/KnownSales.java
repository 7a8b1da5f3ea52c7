package org.gatebook.catalogue.item;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.gatebook.catalogue.resource.Owner;
import org.springframework.stereotype.Component;

/** In place of orders: what tests say was sold. */
@Component
public final class KnownSales implements ItemUse {

    private final Set<Long> sold = ConcurrentHashMap.newKeySet();

    /** Says that a product or a variation was sold. */
    void sell(Object id) {
        sold.add(((Number) id).longValue());
    }

    @Override
    public boolean isItemUsed(Owner event, long item) {
        return sold.contains(item);
    }

    @Override
    public boolean isVariationUsed(Owner event, long item, long variation) {
        return sold.contains(variation);
    }
}
