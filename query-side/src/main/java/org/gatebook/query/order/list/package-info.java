/** Lists of orders, of an event and of an organizer: filters, search and order. */
@NullMarked
package org.gatebook.query.order.list;

import org.jspecify.annotations.NullMarked;
