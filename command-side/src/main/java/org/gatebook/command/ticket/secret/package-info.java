/** Secrets of tickets: random ones, and signed ones that a device can verify without asking. */
@NullMarked
package org.gatebook.command.ticket.secret;

import org.jspecify.annotations.NullMarked;
