/**
 * Evidence that the log is what it was: a Merkle tree over the events, kept in files that are written once, and signed
 * checkpoints of it (ADR 0034).
 */
@NullMarked
package org.gatebook.eventstore.evidence;

import org.jspecify.annotations.NullMarked;
