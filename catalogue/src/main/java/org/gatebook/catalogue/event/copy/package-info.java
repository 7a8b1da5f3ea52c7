/** Copies of events. */
@NullMarked
package org.gatebook.catalogue.event.copy;

import org.jspecify.annotations.NullMarked;
