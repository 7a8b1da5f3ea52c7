/** Numbers of invoices: drawn without gaps, and checked against the events. */
@NullMarked
package org.gatebook.command.order.invoice.number;

import org.jspecify.annotations.NullMarked;
