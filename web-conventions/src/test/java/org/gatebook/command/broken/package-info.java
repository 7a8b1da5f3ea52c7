/** Breaks the module rules, so that their test sees them bite. */
@NullMarked
package org.gatebook.command.broken;

import org.jspecify.annotations.NullMarked;
