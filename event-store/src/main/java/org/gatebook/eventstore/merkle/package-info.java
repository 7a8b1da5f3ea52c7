/** The Merkle trees of RFC 6962 and RFC 9162: hashes, proofs, and tiles of 256 hashes. Knows neither files nor events. */
@NullMarked
package org.gatebook.eventstore.merkle;

import org.jspecify.annotations.NullMarked;
