/** A server with toy resources on a real database, for tests of the conventions. */
@NullUnmarked
package org.gatebook.web.node;

import org.jspecify.annotations.NullUnmarked;
