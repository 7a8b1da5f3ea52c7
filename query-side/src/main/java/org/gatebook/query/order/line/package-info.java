/** Positions of orders as their orders know them: fold, rows and the text that is handed out. */
@NullMarked
package org.gatebook.query.order.line;

import org.jspecify.annotations.NullMarked;
