/** What the sides say to each other about tickets: the admission side of order positions. */
@NullMarked
package org.gatebook.api.ticket;

import org.jspecify.annotations.NullMarked;
