/** Decides: aggregates, rules, ledgers and the endpoints that change something. */
@NullMarked
package org.gatebook.command;

import org.jspecify.annotations.NullMarked;
