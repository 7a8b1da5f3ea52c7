/** What an audit package costs, and whether it says what the API says. */
@NullMarked
package org.gatebook.benchmarks.export;

import org.jspecify.annotations.NullMarked;
