/** A device reports what it refused without a connection. */
@NullMarked
package org.gatebook.command.checkin.failed;

import org.jspecify.annotations.NullMarked;
