/** Reusable media that stand for the tickets of an order. */
@NullMarked
package org.gatebook.command.order.medium;

import org.jspecify.annotations.NullMarked;
