/** What nodes keep of events: snapshots made of all that is stored of them. Each resource says what it becomes in there. */
@NullMarked
package org.gatebook.catalogue.offer;

import org.jspecify.annotations.NullMarked;
