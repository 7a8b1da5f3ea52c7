/** What the use cases of the gift card resource share: its form, its unique codes, its answer. */
@NullMarked
package org.gatebook.command.giftcard.resource;

import org.jspecify.annotations.NullMarked;
