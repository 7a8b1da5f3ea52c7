/** Bringing a medium into being. */
@NullMarked
package org.gatebook.command.medium.create;

import org.jspecify.annotations.NullMarked;
