/** The texts of printed tickets, which apps at the box office print themselves. */
@NullMarked
package org.gatebook.query.order.printed;

import org.jspecify.annotations.NullMarked;
