/** What deciding yields: events and a result, or a refusal that is a value. */
@NullMarked
package org.gatebook.api.decision;

import org.jspecify.annotations.NullMarked;
