/** What orders take of what is limited: places of quotas, uses and budgets of vouchers, seats. */
@NullMarked
package org.gatebook.command.order.usage;

import org.jspecify.annotations.NullMarked;
