/** Check-in lists: whose tickets a door accepts, and by which rules. */
@NullMarked
package org.gatebook.catalogue.checkin;

import org.jspecify.annotations.NullMarked;
