/** Erasing people: their keys, and whatever else of them is kept outside of the log (ADR 0041). */
@NullMarked
package org.gatebook.eventstore.erasure;

import org.jspecify.annotations.NullMarked;
