/** What happened: the marker, the logical name and the shape of every stored event. */
@NullMarked
package org.gatebook.api.event;

import org.jspecify.annotations.NullMarked;
