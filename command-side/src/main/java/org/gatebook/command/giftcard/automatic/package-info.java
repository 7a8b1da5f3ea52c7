/** Gift cards that nobody asked for by a code: sold ones, and those that come with a new medium. */
@NullMarked
package org.gatebook.command.giftcard.automatic;

import org.jspecify.annotations.NullMarked;
