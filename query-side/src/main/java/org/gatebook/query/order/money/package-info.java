/** The payments and refunds of an order. */
@NullMarked
package org.gatebook.query.order.money;

import org.jspecify.annotations.NullMarked;
