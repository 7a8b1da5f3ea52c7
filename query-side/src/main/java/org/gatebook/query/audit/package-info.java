/** The audit package: what an auditor takes home, and how it is checked there (ADR 0039). */
@NullMarked
package org.gatebook.query.audit;

import org.jspecify.annotations.NullMarked;
