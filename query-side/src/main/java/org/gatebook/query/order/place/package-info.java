/** How many places of an event orders take. */
@NullMarked
package org.gatebook.query.order.place;

import org.jspecify.annotations.NullMarked;
