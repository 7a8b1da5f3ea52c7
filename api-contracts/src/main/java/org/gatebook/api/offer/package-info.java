/** What an event offers, as decisions and rendering see it: immutable snapshots of the catalogue. */
@NullMarked
package org.gatebook.api.offer;

import org.jspecify.annotations.NullMarked;
