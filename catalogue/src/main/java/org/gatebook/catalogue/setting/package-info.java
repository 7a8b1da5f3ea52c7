/** Settings of organizers and events: declared, typed, inherited from default over organizer to event. */
@NullMarked
package org.gatebook.catalogue.setting;

import org.jspecify.annotations.NullMarked;
