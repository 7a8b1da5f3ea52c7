/** Changing what an order holds: one plan, decided as a whole (behaviour notes, orders 17). */
@NullMarked
package org.gatebook.command.order.change;

import org.jspecify.annotations.NullMarked;
