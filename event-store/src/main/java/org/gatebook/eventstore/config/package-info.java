/** Puts the event store together as Spring beans. */
@NullMarked
package org.gatebook.eventstore.config;

import org.jspecify.annotations.NullMarked;
