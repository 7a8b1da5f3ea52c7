/** Seating plans of organizers, and the seats that events and dates make of them. */
@NullMarked
package org.gatebook.catalogue.seating;

import org.jspecify.annotations.NullMarked;
