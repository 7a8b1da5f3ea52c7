/** Giving orders more time, and taking cancellations back. */
@NullMarked
package org.gatebook.command.order.revive;

import org.jspecify.annotations.NullMarked;
