/** Cancelling whole orders. */
@NullMarked
package org.gatebook.command.order.cancel;

import org.jspecify.annotations.NullMarked;
