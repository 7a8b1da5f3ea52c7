/** What tests of all modules share: a real PostgreSQL, an assembled event store, counted statements. */
package org.gatebook.eventstore.test;
