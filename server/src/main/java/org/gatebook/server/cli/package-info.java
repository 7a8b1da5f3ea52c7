/** The command line: what each command of {@code gatebook} does. */
@NullMarked
package org.gatebook.server.cli;

import org.jspecify.annotations.NullMarked;
