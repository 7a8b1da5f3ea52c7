/** Backups of what is fact, and restores of them (ADRs 0043 and 0044). */
@NullMarked
package org.gatebook.eventstore.backup;

import org.jspecify.annotations.NullMarked;
