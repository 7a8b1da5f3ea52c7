/** What happened to an order, as double entries: a pure function of its events (ADR 0039). */
@NullMarked
package org.gatebook.query.audit.journal;

import org.jspecify.annotations.NullMarked;
