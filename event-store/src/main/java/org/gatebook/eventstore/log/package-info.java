/** The log: appending with complete audit metadata, the exact reading rule, readers and streams. */
@NullMarked
package org.gatebook.eventstore.log;

import org.jspecify.annotations.NullMarked;
