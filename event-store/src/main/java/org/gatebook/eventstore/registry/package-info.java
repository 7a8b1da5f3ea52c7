/** Logical names of events, their revisions and upcasters. */
@NullMarked
package org.gatebook.eventstore.registry;

import org.jspecify.annotations.NullMarked;
