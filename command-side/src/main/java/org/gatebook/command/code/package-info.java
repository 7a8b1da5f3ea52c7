/** Codes that the server makes up: drawn outside of decisions, which get them with their command. */
@NullMarked
package org.gatebook.command.code;

import org.jspecify.annotations.NullMarked;
