/** Where the events live: an embedded PostgreSQL in the data folder or an external one, with the two roles of each. */
@NullMarked
package org.gatebook.server.database;

import org.jspecify.annotations.NullMarked;
