/** What a position or fee costs and how much of it is tax; arithmetic only (behaviour notes, orders 8). */
@NullMarked
package org.gatebook.command.order.price;

import org.jspecify.annotations.NullMarked;
