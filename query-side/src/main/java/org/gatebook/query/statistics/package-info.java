/** Sums over the history, made by streaming projections a moment later. */
@NullMarked
package org.gatebook.query.statistics;

import org.jspecify.annotations.NullMarked;
