/** What lists of a whole event need of each order, kept in memory and followed. */
@NullMarked
package org.gatebook.query.order.follow;

import org.jspecify.annotations.NullMarked;
