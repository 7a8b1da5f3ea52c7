/** What every endpoint that changes an order needs of it. */
@NullMarked
package org.gatebook.command.order.resource;

import org.jspecify.annotations.NullMarked;
