/** A client puts credit on a gift card or takes it, its organizer's or an accepted one's. */
@NullMarked
package org.gatebook.command.giftcard.transact;

import org.jspecify.annotations.NullMarked;
