/** What happened, in sentences: one for every kind of event, in words that need no knowledge of this software. */
@NullMarked
package org.gatebook.query.history.sentence;

import org.jspecify.annotations.NullMarked;
