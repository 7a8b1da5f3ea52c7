/** The files of the audit package, and how they come about. */
@NullMarked
package org.gatebook.query.audit.pack;

import org.jspecify.annotations.NullMarked;
