/** Deleting orders that were a test. */
@NullMarked
package org.gatebook.command.order.delete;

import org.jspecify.annotations.NullMarked;
