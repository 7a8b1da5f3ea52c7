/** The door: scans, and what comes with them. Who may enter is decided by the tickets. */
@NullMarked
package org.gatebook.command.checkin;

import org.jspecify.annotations.NullMarked;
