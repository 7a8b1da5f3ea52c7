/** Closed-loop load over HTTP and the figures that come of it. */
@NullMarked
package org.gatebook.benchmarks.load;

import org.jspecify.annotations.NullMarked;
