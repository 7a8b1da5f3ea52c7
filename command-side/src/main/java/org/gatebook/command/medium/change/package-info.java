/** Setting details of a medium. */
@NullMarked
package org.gatebook.command.medium.change;

import org.jspecify.annotations.NullMarked;
