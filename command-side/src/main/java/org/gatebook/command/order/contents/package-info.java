/** Changing what orders hold, and what follows from it for their tickets, gift cards and media. */
@NullMarked
package org.gatebook.command.order.contents;

import org.jspecify.annotations.NullMarked;
