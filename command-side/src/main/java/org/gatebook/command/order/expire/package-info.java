/** Ending the time for paying. */
@NullMarked
package org.gatebook.command.order.expire;

import org.jspecify.annotations.NullMarked;
