/** Refunds: recorded, done, looked at and given up. */
@NullMarked
package org.gatebook.command.order.refund;

import org.jspecify.annotations.NullMarked;
