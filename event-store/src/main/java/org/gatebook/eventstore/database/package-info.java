/** The database's own order: migrations, roles and what each may do. */
@NullMarked
package org.gatebook.eventstore.database;

import org.jspecify.annotations.NullMarked;
