/** The server as its users meet it: real processes, a real database, and somebody who pulls the plug. */
@NullMarked
package org.gatebook.server.system;

import org.jspecify.annotations.NullMarked;
