/** The endpoints that make, replace and make again invoices. */
@NullMarked
package org.gatebook.command.order.invoice.resource;

import org.jspecify.annotations.NullMarked;
