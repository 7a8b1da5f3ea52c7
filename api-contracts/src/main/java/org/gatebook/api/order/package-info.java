/** Orders: their contents and their money, as commands, events, queries and views. */
@NullMarked
package org.gatebook.api.order;

import org.jspecify.annotations.NullMarked;
