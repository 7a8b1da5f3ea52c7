/** Quotas where they meet orders: how much of them is left, and counting it anew. */
@NullMarked
package org.gatebook.command.quota;

import org.jspecify.annotations.NullMarked;
