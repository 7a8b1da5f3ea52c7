/** Checks that the log is what it promises to be. */
@NullMarked
package org.gatebook.eventstore.verify;

import org.jspecify.annotations.NullMarked;
