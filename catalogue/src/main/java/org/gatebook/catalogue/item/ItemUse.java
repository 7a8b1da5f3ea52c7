package org.gatebook.catalogue.item;

import org.gatebook.catalogue.resource.Owner;

/** Who knows whether something was ever ordered or lies in a cart; orders and carts are not the catalogue's. */
public interface ItemUse {

    /** Whether any order, however it ended, or any cart has this product. */
    boolean isUsed(Owner event, long item);

    /** Whether any order, however it ended, or any cart has this variation. */
    boolean isVariationUsed(Owner event, long item, long variation);
}
