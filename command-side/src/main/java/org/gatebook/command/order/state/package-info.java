/** What an order knows of itself when it decides, and what it holds of what is limited. */
@NullMarked
package org.gatebook.command.order.state;

import org.jspecify.annotations.NullMarked;
