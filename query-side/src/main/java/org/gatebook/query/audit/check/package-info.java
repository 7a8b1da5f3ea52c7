/** Checks an audit package without the database that it came from. */
@NullMarked
package org.gatebook.query.audit.check;

import org.jspecify.annotations.NullMarked;
