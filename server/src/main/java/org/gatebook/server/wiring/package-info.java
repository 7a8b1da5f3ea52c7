/** How the modules are put together. */
@NullMarked
package org.gatebook.server.wiring;

import org.jspecify.annotations.NullMarked;
