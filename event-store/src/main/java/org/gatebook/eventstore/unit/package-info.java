/** One request, one transaction: opening, retrying, refusing and committing it, and what lives in it. */
@NullMarked
package org.gatebook.eventstore.unit;

import org.jspecify.annotations.NullMarked;
