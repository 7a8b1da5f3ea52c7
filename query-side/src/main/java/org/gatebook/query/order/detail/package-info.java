/** One order, and what other sides ask about orders. */
@NullMarked
package org.gatebook.query.order.detail;

import org.jspecify.annotations.NullMarked;
