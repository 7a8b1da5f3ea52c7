/** Saying yes or no to orders that wait for it. */
@NullMarked
package org.gatebook.command.order.approve;

import org.jspecify.annotations.NullMarked;
