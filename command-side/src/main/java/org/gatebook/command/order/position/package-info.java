/** Changing the positions of orders. */
@NullMarked
package org.gatebook.command.order.position;

import org.jspecify.annotations.NullMarked;
