/** What nodes keep in memory: credentials, and a snapshot of each organizer. Never older than the request that asks. */
@NullMarked
package org.gatebook.catalogue.directory;

import org.jspecify.annotations.NullMarked;
