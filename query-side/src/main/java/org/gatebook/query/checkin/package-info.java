/** Answers at the door: who holds a code, and what is shown of a position there. */
@NullMarked
package org.gatebook.query.checkin;

import org.jspecify.annotations.NullMarked;
