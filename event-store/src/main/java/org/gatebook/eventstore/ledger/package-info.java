/** Claims made again from the events, to be compared with those that units have made. */
@NullMarked
package org.gatebook.eventstore.ledger;

import org.jspecify.annotations.NullMarked;
