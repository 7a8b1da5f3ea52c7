/** The load harness and its floors: what the server reaches, and what bare PostgreSQL reaches beside it. */
@NullMarked
package org.gatebook.benchmarks;

import org.jspecify.annotations.NullMarked;
