/** A code is held before a scanner, of one list or of lists of several events. */
@NullMarked
package org.gatebook.command.checkin.redeem;

import org.jspecify.annotations.NullMarked;
