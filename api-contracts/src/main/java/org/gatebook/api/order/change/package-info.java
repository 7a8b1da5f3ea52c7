/** Changing what an order holds: the operations that may be asked for, and what comes of them. */
@NullMarked
package org.gatebook.api.order.change;

import org.jspecify.annotations.NullMarked;
