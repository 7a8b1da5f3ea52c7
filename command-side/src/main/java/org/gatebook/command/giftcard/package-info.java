/** Decides about gift cards; the use cases that reach it through the API lie below. */
@NullMarked
package org.gatebook.command.giftcard;

import org.jspecify.annotations.NullMarked;
