/** Axon on PostgreSQL: storage engine, exact reading, sealed values, projections, rebuild and switch. */
@NullMarked
package org.gatebook.eventstore;

import org.jspecify.annotations.NullMarked;
