package org.gatebook.catalogue.discount;

import org.gatebook.catalogue.resource.Owner;

/** Who knows whether a discount was ever given; orders are not the catalogue's. */
public interface DiscountUse {

    /** Whether any order, however it ended, names this discount. */
    boolean isDiscountUsed(Owner event, long discount);
}
