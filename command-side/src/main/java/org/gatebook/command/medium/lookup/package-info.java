/** Finding a medium by what is read from it, which may bring it into being. */
@NullMarked
package org.gatebook.command.medium.lookup;

import org.jspecify.annotations.NullMarked;
