/** Decides about tickets: who may enter, and what the door says. */
@NullMarked
package org.gatebook.command.ticket;

import org.jspecify.annotations.NullMarked;
