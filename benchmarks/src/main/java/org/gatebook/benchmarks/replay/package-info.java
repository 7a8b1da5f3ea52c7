/** How fast read models are folded anew. */
@NullMarked
package org.gatebook.benchmarks.replay;

import org.jspecify.annotations.NullMarked;
