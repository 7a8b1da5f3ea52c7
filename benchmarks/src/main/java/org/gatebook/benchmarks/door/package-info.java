/** How the doors of a large event fare: a long check-in list, many devices that poll, gates that scan. */
@NullMarked
package org.gatebook.benchmarks.door;

import org.jspecify.annotations.NullMarked;
