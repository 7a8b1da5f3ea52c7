/** What is measured, each a declaration: how it is prepared, what is asked, and what it is held against. */
@NullMarked
package org.gatebook.benchmarks.workload;

import org.jspecify.annotations.NullMarked;
