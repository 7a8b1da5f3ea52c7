/** A client asks how much of a quota is left. */
@NullMarked
package org.gatebook.command.quota.availability;

import org.jspecify.annotations.NullMarked;
