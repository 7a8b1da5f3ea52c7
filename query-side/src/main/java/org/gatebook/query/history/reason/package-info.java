/** Why something is as it is: reasons computed from its events, each with the events that led to it. */
@NullMarked
package org.gatebook.query.history.reason;

import org.jspecify.annotations.NullMarked;
