package org.gatebook.catalogue.usage;

import java.util.Map;
import org.gatebook.catalogue.event.EventReferences;
import org.gatebook.catalogue.resource.Catalogue;
import org.gatebook.catalogue.resource.Owner;
import org.gatebook.eventstore.UsageCounters;
import org.springframework.stereotype.Component;

/**
 * For who keeps places from others without selling them: carts, and vouchers that block quota. Such places are sold later
 * without being looked for again, so nobody may sell them in between: an order that was decided when the place was still
 * free, and is counted after it was kept, would make one too many.
 */
@Component
public final class PlaceKeeping {

    private final Catalogue catalogue;
    private final UsageCounters counters;

    PlaceKeeping(Catalogue catalogue, UsageCounters counters) {
        this.catalogue = catalogue;
        this.counters = counters;
    }

    /**
     * To be called before one looks what is left. Waits for those who sell, keeps others waiting until the present unit
     * ends, and makes them decide again. First the version, then the counters: who edits quotas takes them in that order.
     */
    public void begin(Owner event) {
        catalogue.lineUp(EventReferences.type(EventReferences.QUOTA), event);
        counters.recount(Map::of);
    }
}
