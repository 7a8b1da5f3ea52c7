/** Signed notes and checkpoints in the text forms of C2SP (signed-note, tlog-checkpoint). */
@NullMarked
package org.gatebook.eventstore.note;

import org.jspecify.annotations.NullMarked;
