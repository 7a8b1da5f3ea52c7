/** The history of an organizer: the events themselves, as auditors read them. */
@NullMarked
package org.gatebook.query.history;

import org.jspecify.annotations.NullMarked;
