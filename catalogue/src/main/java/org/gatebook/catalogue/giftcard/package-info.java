/** Whose gift cards and media an organizer accepts, and its settings for them. */
@NullMarked
package org.gatebook.catalogue.giftcard;

import org.jspecify.annotations.NullMarked;
