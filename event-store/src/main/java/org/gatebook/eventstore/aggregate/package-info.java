/** Thin shells that Axon sees around immutable states, and the repository that loads them fresh. */
@NullMarked
package org.gatebook.eventstore.aggregate;

import org.jspecify.annotations.NullMarked;
