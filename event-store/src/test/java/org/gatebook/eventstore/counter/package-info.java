/** A counter: the smallest domain that uses all of the event store, for its tests. */
package org.gatebook.eventstore.counter;
