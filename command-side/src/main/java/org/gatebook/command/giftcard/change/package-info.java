/** A client changes a gift card of its organizer, its credit included. */
@NullMarked
package org.gatebook.command.giftcard.change;

import org.jspecify.annotations.NullMarked;
