/** Saying that an order was paid. */
@NullMarked
package org.gatebook.command.order.pay;

import org.jspecify.annotations.NullMarked;
