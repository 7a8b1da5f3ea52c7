/** Erasing buyers, attendees and customers (ADR 0041). */
@NullMarked
package org.gatebook.command.erasure;

import org.jspecify.annotations.NullMarked;
