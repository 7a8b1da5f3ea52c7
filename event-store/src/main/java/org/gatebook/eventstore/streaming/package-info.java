/** Projections that follow the log on a thread of their own, each event exactly once. */
@NullMarked
package org.gatebook.eventstore.streaming;

import org.jspecify.annotations.NullMarked;
