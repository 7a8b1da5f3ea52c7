/** A client issues a gift card with a code of its own. */
@NullMarked
package org.gatebook.command.giftcard.create;

import org.jspecify.annotations.NullMarked;
