/** Tables as text files with semicolons, and their description for tax audit tools (ADR 0039). */
@NullMarked
package org.gatebook.query.audit.table;

import org.jspecify.annotations.NullMarked;
