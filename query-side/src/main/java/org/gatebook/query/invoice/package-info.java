/** Invoices as clients read them: rows, lists, answers and files (behaviour notes, orders 13). */
@NullMarked
package org.gatebook.query.invoice;

import org.jspecify.annotations.NullMarked;
