/** What the server does by itself, once for all nodes. */
@NullMarked
package org.gatebook.server.job;

import org.jspecify.annotations.NullMarked;
