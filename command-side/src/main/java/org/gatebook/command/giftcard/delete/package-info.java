/** Gift cards cannot be deleted, and clients are told so. */
@NullMarked
package org.gatebook.command.giftcard.delete;

import org.jspecify.annotations.NullMarked;
