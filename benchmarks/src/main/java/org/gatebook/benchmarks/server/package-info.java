/** Servers of the real program that benchmarks start, and their data. */
@NullMarked
package org.gatebook.benchmarks.server;

import org.jspecify.annotations.NullMarked;
