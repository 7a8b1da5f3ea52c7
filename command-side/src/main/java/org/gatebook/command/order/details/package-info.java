/** Changing what accompanies an order. */
@NullMarked
package org.gatebook.command.order.details;

import org.jspecify.annotations.NullMarked;
