/** The tickets of check-in lists: their positions, a search over several lists, their numbers. */
@NullMarked
package org.gatebook.query.checkin.list;

import org.jspecify.annotations.NullMarked;
