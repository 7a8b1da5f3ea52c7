/** Decides about orders: what they hold, what they cost and whether they are paid. */
@NullMarked
package org.gatebook.command.order;

import org.jspecify.annotations.NullMarked;
