/** Organizers, their settings and the gates of their venues. */
@NullMarked
package org.gatebook.catalogue.organizer;

import org.jspecify.annotations.NullMarked;
