/** Answers about the past are the answers of then. */
@NullMarked
package org.gatebook.server.past;

import org.jspecify.annotations.NullMarked;
