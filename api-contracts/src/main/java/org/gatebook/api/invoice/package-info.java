/** Invoices of orders and the documents that cancel them (behaviour notes, orders 13). */
@NullMarked
package org.gatebook.api.invoice;

import org.jspecify.annotations.NullMarked;
