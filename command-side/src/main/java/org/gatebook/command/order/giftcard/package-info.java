/** Gift cards that are sold as products of an order. */
@NullMarked
package org.gatebook.command.order.giftcard;

import org.jspecify.annotations.NullMarked;
