/** Blocking tickets, and letting them in again. */
@NullMarked
package org.gatebook.command.ticket.block;

import org.jspecify.annotations.NullMarked;
