/** Letting people know what happened to their order. */
@NullMarked
package org.gatebook.command.order.mail;

import org.jspecify.annotations.NullMarked;
