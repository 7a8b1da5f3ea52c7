/** Read models made anew from the events: fold, compare with what is live, switch (ADR 0008). */
@NullMarked
package org.gatebook.eventstore.rebuild;

import org.jspecify.annotations.NullMarked;
