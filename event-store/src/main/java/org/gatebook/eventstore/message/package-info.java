/** Commands and queries inside one node, thin over Axon's simple buses. */
@NullMarked
package org.gatebook.eventstore.message;

import org.jspecify.annotations.NullMarked;
