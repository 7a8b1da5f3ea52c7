/**
 * Answers about the past (ADR 0036): every version of every row of the read models, and units that read the rows as they
 * were. Begin at {@link org.gatebook.eventstore.past.PastReads}.
 */
@NullMarked
package org.gatebook.eventstore.past;

import org.jspecify.annotations.NullMarked;
