/** Answers: folds, read models, feeds, history and the endpoints that read. */
@NullMarked
package org.gatebook.query;

import org.jspecify.annotations.NullMarked;
