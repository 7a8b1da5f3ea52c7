/** Read models that follow the log in the transaction of the events, and the schemas that hold them. */
@NullMarked
package org.gatebook.eventstore.view;

import org.jspecify.annotations.NullMarked;
