/** A list's day ends, and with it everybody's visit. */
@NullMarked
package org.gatebook.command.checkin.closing;

import org.jspecify.annotations.NullMarked;
