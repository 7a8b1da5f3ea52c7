/** Sales channels: through which door of the shop an order came. */
@NullMarked
package org.gatebook.catalogue.saleschannel;

import org.jspecify.annotations.NullMarked;
