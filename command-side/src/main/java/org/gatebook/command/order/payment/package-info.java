/** Payments: recorded, confirmed, given up and given back. */
@NullMarked
package org.gatebook.command.order.payment;

import org.jspecify.annotations.NullMarked;
