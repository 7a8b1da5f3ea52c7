package org.gatebook.catalogue.item;

import org.gatebook.catalogue.resource.Owner;

/** Who knows whether something was ever ordered; orders are not the catalogue's. */
public interface ItemUse {

    /** Whether any order, however it ended, has this product. */
    boolean isItemUsed(Owner event, long item);

    /** Whether any order, however it ended, has this variation. */
    boolean isVariationUsed(Owner event, long item, long variation);
}
