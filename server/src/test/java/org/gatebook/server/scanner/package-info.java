/** A scanner app as the real one is, replayed against a whole server. */
@NullMarked
package org.gatebook.server.scanner;

import org.jspecify.annotations.NullMarked;
