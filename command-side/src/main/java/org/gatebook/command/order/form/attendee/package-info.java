/** Who comes with a position, and what was answered, in bodies of requests. */
@NullMarked
package org.gatebook.command.order.form.attendee;

import org.jspecify.annotations.NullMarked;
