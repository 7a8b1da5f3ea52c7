/** Saying that an order was not paid after all. */
@NullMarked
package org.gatebook.command.order.pend;

import org.jspecify.annotations.NullMarked;
