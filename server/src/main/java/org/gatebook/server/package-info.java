/** Assembles the modules into a running server: configuration, embedded database, jobs and the command line. */
@NullMarked
package org.gatebook.server;

import org.jspecify.annotations.NullMarked;
