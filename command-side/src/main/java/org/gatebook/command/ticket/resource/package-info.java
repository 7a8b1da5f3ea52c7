/** What every endpoint that changes a ticket needs of it. */
@NullMarked
package org.gatebook.command.ticket.resource;

import org.jspecify.annotations.NullMarked;
