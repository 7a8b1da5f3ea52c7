/** Placing an order: what it may hold, what it costs, and everything that comes into being with it. */
@NullMarked
package org.gatebook.command.order.place;

import org.jspecify.annotations.NullMarked;
