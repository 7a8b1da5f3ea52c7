/** Invoices: when they are made, what they say, and their numbers (behaviour notes, orders 13). */
@NullMarked
package org.gatebook.command.order.invoice;

import org.jspecify.annotations.NullMarked;
