/** Answers about tickets. */
@NullMarked
package org.gatebook.query.ticket;

import org.jspecify.annotations.NullMarked;
