/** What a server says to its PostgreSQL, read from the wire. */
@NullMarked
package org.gatebook.benchmarks.wire;

import org.jspecify.annotations.NullMarked;
