/** Finding orders by a part of what they say. */
@NullMarked
package org.gatebook.query.order.search;

import org.jspecify.annotations.NullMarked;
