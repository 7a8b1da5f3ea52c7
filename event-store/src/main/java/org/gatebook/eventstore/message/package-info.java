/** Commands and questions inside one node. */
@NullMarked
package org.gatebook.eventstore.message;

import org.jspecify.annotations.NullMarked;
