/** What is different about a resource between two points in time, and what happened in between. */
@NullMarked
package org.gatebook.query.history.diff;

import org.jspecify.annotations.NullMarked;
