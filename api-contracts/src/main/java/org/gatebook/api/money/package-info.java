/** Amounts of money. */
@NullMarked
package org.gatebook.api.money;

import org.jspecify.annotations.NullMarked;
