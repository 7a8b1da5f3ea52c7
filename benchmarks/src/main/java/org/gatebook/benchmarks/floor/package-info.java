/** What bare PostgreSQL gives for the same work. */
@NullMarked
package org.gatebook.benchmarks.floor;

import org.jspecify.annotations.NullMarked;
