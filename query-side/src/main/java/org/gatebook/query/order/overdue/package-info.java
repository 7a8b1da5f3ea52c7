/** Orders whose term is over. */
@NullMarked
package org.gatebook.query.order.overdue;

import org.jspecify.annotations.NullMarked;
