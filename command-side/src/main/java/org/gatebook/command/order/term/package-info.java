/** Moments that follow from settings: until when an order may be paid, from when until when its tickets are good. */
@NullMarked
package org.gatebook.command.order.term;

import org.jspecify.annotations.NullMarked;
