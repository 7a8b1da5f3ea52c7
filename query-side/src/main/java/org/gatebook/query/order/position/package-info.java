/** Positions of orders as resources of their own. */
@NullMarked
package org.gatebook.query.order.position;

import org.jspecify.annotations.NullMarked;
