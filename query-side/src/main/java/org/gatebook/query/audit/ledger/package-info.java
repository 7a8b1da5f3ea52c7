/** What becomes of events in the tables of the package, stream by stream. */
@NullMarked
package org.gatebook.query.audit.ledger;

import org.jspecify.annotations.NullMarked;
